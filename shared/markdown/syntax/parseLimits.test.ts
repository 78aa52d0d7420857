import { describe, expect, test } from 'vitest';
import { HostError } from '../../contract/errors.ts';
import { LONGEST_TEXT, MOST_LINES, PARSE_TIME, parseDeadline } from './parseLimits.ts';
import { parseMdast } from './parseMdast.ts';

const codeOf = (parse: () => unknown): string | null => {
  try {
    parse();
    return null;
  } catch (error) {
    return error instanceof HostError ? error.code : String(error);
  }
};

describe('MD-5 no text keeps a window or a host busy for long', () => {
  test.each([
    ['quotes in quotes', '> '.repeat(5_000)],
    ['lists in lists', '- '.repeat(5_000)],
    ['numbered lists in lists', '1. '.repeat(5_000)],
    [
      'lists in lists, line by line',
      Array.from({ length: 900 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
    ],
    ['emphasis in one paragraph', '**a*b_'.repeat(20_000)],
    ['links that are not closed', '[a](b '.repeat(20_000)],
    ['pictures that are not closed', '![a]('.repeat(20_000)],
    ['a text of too many lines', '\n'.repeat(MOST_LINES + 1)],
    ['a text that is too long', 'a'.repeat(LONGEST_TEXT + 1)],
  ])('%s is refused', (_, text) => {
    const start = Date.now();
    expect(codeOf(() => parseMdast(text))).toBe('too-large');
    expect(Date.now() - start).toBeLessThan(PARSE_TIME / 2);
  });

  test('what takes longer than its time is given up', () => {
    let clock = 0;
    const { flow } = parseDeadline(() => {
      clock += PARSE_TIME * 0.6;
      return clock;
    });
    const construct = [flow?.null].flat()[0];
    expect(codeOf(() => construct?.tokenize.call(NEVER, NEVER, NEVER, NEVER))).toBeNull();
    expect(codeOf(() => construct?.tokenize.call(NEVER, NEVER, NEVER, NEVER))).toBe('too-large');
  });

  test('ordinary depth and length are read', () => {
    const deep = Array.from({ length: 30 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n');
    expect(parseMdast(deep).children).toHaveLength(1);
    expect(parseMdast('**a** [b](c) '.repeat(500)).children).toHaveLength(1);
  });
});

/** The clock is looked at before anything of micromark's is needed. */
const NEVER = undefined as never;
