import { expect, it } from 'vitest';
import { notSavedWords } from './notSavedWords.ts';

it('says that it is not saved, then why', () => {
  expect(notSavedWords('The disk is full.')).toBe('Not saved: the disk is full.');
  expect(notSavedWords('Debrief could not write it.')).toBe('Not saved: Debrief could not write it.');
});

it('says so once', () => {
  expect(notSavedWords('Not saved: this page lost its connection.')).toBe(
    'Not saved: this page lost its connection.',
  );
});
