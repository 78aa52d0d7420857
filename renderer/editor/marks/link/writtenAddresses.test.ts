import { expect, it } from 'vitest';
import { writtenAddresses } from './writtenAddresses.ts';

const read = (text: string): readonly (readonly [string, string])[] =>
  writtenAddresses(text).map(({ from, to, href }) => [text.slice(from, to), href]);

it('an address is what has a scheme of the link policy, or begins with www', () => {
  expect(read('see https://a.example/x?y=1#z and mailto:on-call@a.example')).toEqual([
    ['https://a.example/x?y=1#z', 'https://a.example/x?y=1#z'],
    ['mailto:on-call@a.example', 'mailto:on-call@a.example'],
  ]);
  expect(read('www.example.com')).toEqual([['www.example.com', 'https://www.example.com']]);
});

it('what is no written address stays words', () => {
  for (const text of [
    'example.com',
    'a@b.example',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'www.',
    'www.it',
    'https://',
    'mailto:',
    'xhttps://a.example',
  ]) {
    expect(read(text)).toEqual([]);
  }
});

it("the sentence's own punctuation is not part of an address, brackets within it are", () => {
  expect(read('(https://a.example/b).')).toEqual([['https://a.example/b', 'https://a.example/b']]);
  expect(read('https://a.example/b_(c), so')).toEqual([
    ['https://a.example/b_(c)', 'https://a.example/b_(c)'],
  ]);
});
