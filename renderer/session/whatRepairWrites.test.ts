import { expect, it } from 'vitest';
import * as Y from 'yjs';
import type { SaveState } from '../../shared/contract/saveState.ts';
import { whatRepairWrites } from './whatRepairWrites.ts';

type ReadOnly = Extract<SaveState, { kind: 'read-only' }>;
const unreadable: ReadOnly = { kind: 'read-only', sentence: 'Nothing.', next: 'Look.', remedy: 'restore' };

it('offers no repair of a file of which nothing is known', () => {
  expect(whatRepairWrites(unreadable, new Y.Doc())).toEqual({ ...unreadable, remedy: null });
});

it('offers the repair of a file of which the window has kept some text', () => {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'Kept');
  const shown = whatRepairWrites(unreadable, doc);
  expect(shown.remedy).toBe('restore');
  expect(shown.next).toContain('Press Repair');
});

it('leaves other states as they are', () => {
  const damaged: ReadOnly = { ...unreadable, remedy: 'repair' };
  expect(whatRepairWrites(damaged, new Y.Doc())).toEqual(damaged);
});
