import { describe, expect, it } from 'vitest';
import { indexByTyping, isTyping, NOTHING_TYPED, TYPING_PAUSE, typedMore } from './typeAhead.ts';

const labels = ['Impact starts', 'First alert', 'Acknowledged', 'Impact ended', 'Mitigated', 'Île'];

describe('indexByTyping', () => {
  it('goes to the next label that begins with the letter', () => {
    expect(indexByTyping(labels, 'f', -1)).toBe(1);
    expect(indexByTyping(labels, 'i', 0)).toBe(3);
  });

  it('goes around the end of the list', () => {
    expect(indexByTyping(labels, 'a', 4)).toBe(2);
  });

  it('goes through all labels of a letter that is typed again and again', () => {
    expect(indexByTyping(labels, 'ii', 0)).toBe(3);
    expect(indexByTyping(labels, 'iii', 3)).toBe(5);
    expect(indexByTyping(labels, 'iiii', 5)).toBe(0);
  });

  it('stays on a label while its word is typed on', () => {
    expect(indexByTyping(labels, 'im', 3)).toBe(3);
    expect(indexByTyping(labels, 'impact s', 3)).toBe(0);
  });

  it('does not care for case and accents', () => {
    expect(indexByTyping(labels, 'MIT', 0)).toBe(4);
    expect(indexByTyping(labels, 'il', 0)).toBe(5);
  });

  it('stays where it is when nothing begins so, and in an empty list', () => {
    expect(indexByTyping(labels, 'x', 2)).toBe(2);
    expect(indexByTyping([], 'x', -1)).toBe(-1);
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
