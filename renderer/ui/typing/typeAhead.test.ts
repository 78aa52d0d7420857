import { describe, expect, it } from 'vitest';
import { indexByTyping, isTyping, NOTHING_TYPED, TYPING_PAUSE, typedMore } from './typeAhead.ts';

const names = ['Impact starts', 'First alert', 'Acknowledged', 'Impact ended', 'Mitigated', 'Île'].map(
  (name) => [name],
);
const found = (typed: string, current: number): number => indexByTyping(names, typed, current, 'next');

describe('indexByTyping', () => {
  it('goes to the next label that begins with the letter', () => {
    expect(found('f', -1)).toBe(1);
    expect(found('i', 0)).toBe(3);
  });

  it('goes around the end of the list', () => {
    expect(found('a', 4)).toBe(2);
  });

  it('goes through all labels of a letter that is typed again and again', () => {
    expect(found('ii', 0)).toBe(3);
    expect(found('iii', 3)).toBe(5);
    expect(found('iiii', 5)).toBe(0);
  });

  it('stays on a label while its word is typed on', () => {
    expect(found('im', 3)).toBe(3);
    expect(found('impact s', 3)).toBe(0);
  });

  it('does not care for case and accents', () => {
    expect(found('MIT', 0)).toBe(4);
    expect(found('il', 0)).toBe(5);
  });

  it('finds the entry that is only highlighted by its first letter, and the next by the same letter again', () => {
    expect(indexByTyping(names, 'i', 0, 'current')).toBe(0);
    expect(indexByTyping(names, 'im', 0, 'current')).toBe(0);
    expect(indexByTyping(names, 'ii', 0, 'current')).toBe(3);
    expect(indexByTyping(names, 'f', 0, 'current')).toBe(1);
  });

  it('takes each of the names of an entry', () => {
    const severities = [
      ['Critical', 'P0'],
      ['Major', 'P1'],
      ['Minor', 'P2'],
    ];
    expect(indexByTyping(severities, 'p', 0, 'current')).toBe(0);
    expect(indexByTyping(severities, 'p2', 0, 'current')).toBe(2);
    expect(indexByTyping(severities, 'maj', 0, 'current')).toBe(1);
  });

  it('stays where it is when nothing begins so, and in an empty list', () => {
    expect(found('x', 2)).toBe(2);
    expect(indexByTyping([], 'x', -1, 'next')).toBe(-1);
  });
});

describe('typing', () => {
  it('goes on with a word until a pause', () => {
    const first = typedMore(NOTHING_TYPED, 'i', 1000);
    expect(typedMore(first, 'm', 1000 + TYPING_PAUSE).text).toBe('im');
    expect(typedMore(first, 'm', 1001 + TYPING_PAUSE).text).toBe('m');
  });

  it('counts a space only inside a word, and no keys with modifiers or names', () => {
    const key = { key: ' ', ctrlKey: false, metaKey: false, altKey: false };
    expect(isTyping(key, NOTHING_TYPED, 5)).toBe(false);
    expect(isTyping(key, { text: 'impact', at: 5 }, 10)).toBe(true);
    expect(isTyping({ ...key, key: 'Enter' }, NOTHING_TYPED, 5)).toBe(false);
    expect(isTyping({ ...key, key: 'a', ctrlKey: true }, NOTHING_TYPED, 5)).toBe(false);
    expect(isTyping({ ...key, key: '😀' }, NOTHING_TYPED, 5)).toBe(true);
  });
});
