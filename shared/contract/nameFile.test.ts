import { expect, test } from 'vitest';
import { nameFile } from './nameFile.ts';

test.each([
  ['This file is empty: nothing was ever saved in it.', 'a.debrief is empty: nothing was ever saved in it.'],
  [
    'This is not a Debrief file: it begins with something else.',
    'a.debrief is not a Debrief file: it begins with something else.',
  ],
  ['A newer Debrief wrote this file (format 2).', 'A newer Debrief wrote a.debrief (format 2).'],
  ['There is no file /home/ann/a.debrief.', 'There is no file /home/ann/a.debrief.'],
  ['The change could not be read.', 'a.debrief: The change could not be read.'],
])('names the file in %j', (sentence, named) => {
  expect(nameFile(sentence, 'a.debrief')).toBe(named);
});

test('takes a name for what it is', () => {
  expect(nameFile('This file is empty.', '$&.debrief')).toBe('$&.debrief is empty.');
});
