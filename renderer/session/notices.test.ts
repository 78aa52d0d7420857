import { expect, it } from 'vitest';
import type { Notice } from '../../shared/contract/notice.ts';
import { noticesAnew, withNotice } from './notices.ts';

const damaged: Notice = { kind: 'damaged', sentence: 'The file is damaged.' };
const merged: Notice = { kind: 'merged-kept-edits', sentence: 'Edits are in it again.' };
const repaired: Notice = { kind: 'repaired', sentence: 'The file has been written anew.' };

it('shows a notice once', () => {
  expect(withNotice([damaged, merged], merged)).toEqual([damaged, merged]);
});

it('calls a file damaged no longer once it is repaired', () => {
  expect(withNotice([damaged, merged], repaired)).toEqual([merged, repaired]);
});

it('calls a file damaged that is so when it is opened anew, and no longer one that was', () => {
  expect(noticesAnew([merged], [damaged, merged])).toEqual([damaged, merged]);
  expect(noticesAnew([damaged, merged], [])).toEqual([merged]);
});
