import { beforeEach, expect, it } from 'vitest';
import { dismissToast, showToast, toastStore } from './toasts.ts';

const texts = (): readonly string[] => toastStore.getState().toasts.map(({ text }) => text);

beforeEach(() => toastStore.setState({ toasts: [] }));

it('shows the newest last', () => {
  showToast('Row moved to 00:31');
  showToast('Row deleted');
  expect(texts()).toEqual(['Row moved to 00:31', 'Row deleted']);
});

it('drops the oldest when there are more than three', () => {
  for (const text of ['one', 'two', 'three', 'four']) showToast(text);
  expect(texts()).toEqual(['two', 'three', 'four']);
});

it('dismisses by id, also one that is gone', () => {
  const first = showToast('one');
  showToast('two');
  dismissToast(first);
  dismissToast(first);
  expect(texts()).toEqual(['two']);
});

it('never gives an id twice', () => {
  const first = showToast('one');
  dismissToast(first);
  expect(showToast('two')).not.toBe(first);
});

it('says the same thing once', () => {
  showToast('merged in');
  showToast('other');
  showToast('merged in');
  expect(texts()).toEqual(['other', 'merged in']);
});

it('shows one way back, from what was done last', () => {
  const undo = { label: 'Undo', onSelect: () => undefined };
  showToast('A1 deleted', undo);
  showToast('Copied as Markdown');
  showToast('A2 deleted', undo);
  expect(texts()).toEqual(['Copied as Markdown', 'A2 deleted']);
});
