import { beforeEach, expect, it } from 'vitest';
import { toastStore } from '../../../ui/toast/toasts.ts';
import { imageFilesOf, refuseFiles } from './givenFiles.ts';

beforeEach(() => toastStore.setState({ toasts: [] }));

const given = (type: string, types: readonly string[] = ['Files']): DataTransfer =>
  ({ types, files: [new File(['x'], 'given', { type })], getData: () => '' }) as unknown as DataTransfer;
const said = (): string | undefined => toastStore.getState().toasts.at(-1)?.text;

it('a picture is refused only where none can stand, and it is said where one can', () => {
  expect(refuseFiles(given('image/png'), true)).toBe(false);
  expect(said()).toBeUndefined();
  expect(refuseFiles(given('image/png'), false)).toBe(true);
  expect(said()).toBe('Pictures go among words, as in a paragraph or an event: put them there');
});

it('a file that is no picture is refused everywhere, and it is said what is taken', () => {
  for (const type of ['text/plain', 'application/pdf', '']) {
    toastStore.setState({ toasts: [] });
    expect(refuseFiles(given(type), true)).toBe(true);
    expect(said()).toContain('Only pictures go into the text');
  }
});

it('text beside files wins, and what brings no files is nobody to refuse', () => {
  const sheet = given('image/png', ['text/plain', 'Files']);
  expect(imageFilesOf(sheet)).toEqual([]);
  expect(refuseFiles(sheet, false)).toBe(false);
  expect(refuseFiles({ types: ['text/plain'], files: [] } as unknown as DataTransfer, false)).toBe(false);
  expect(refuseFiles(null, false)).toBe(false);
  expect(said()).toBeUndefined();
});
