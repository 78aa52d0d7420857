import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { pluginView } from '../../rows/pluginView.testkit.ts';
import { rowAtIndex } from './rowPlace.ts';
import { documentWith, rowOf, timelineIn } from './timeline.testkit.ts';
import { chooseForZone, zoneInCommon } from './zoneOfRows.ts';

const inZone = (asWritten: string, zone: string) =>
  rowOf({ asWritten, zone, unsettled: 'ambiguous-zone', precision: 'unknown' }, [asWritten]);
const doc = documentWith(
  rowOf({ at: '2026-11-24T08:00' }, ['before']),
  inZone('14:05 IST', 'IST'),
  inZone('14:06 CST', 'CST'),
  inZone('14:07 IST', 'IST'),
);
const { timelinePos } = timelineIn(doc);

function editorOf(doc: Node) {
  const view = pluginView(EditorState.create({ doc }), []);
  const undo = { stopCapturing: () => undefined, undoStack: [] };
  const storage = { editorContext: { session: { doc: new Y.Doc(), undo } } };
  return { view, editor: { view, state: view.state, storage } as unknown as Editor };
}

test('one press reads all rows of a zone in one way, each beside the row above, and leaves other zones alone', () => {
  const { view, editor } = editorOf(doc);
  chooseForZone(editor, rowAtIndex(doc, timelinePos, 3)!, 'UTC+5:30 (India)');
  const rows = timelineIn(view.state.doc).timeline.children.map(({ attrs }) => attrs);
  expect(rows.map(({ at }) => at)).toEqual([
    '2026-11-24T08:00',
    '2026-11-24T08:35',
    null,
    '2026-11-24T08:37',
  ]);
  expect(rows.map(({ asWritten }) => asWritten)).toEqual([null, '14:05 IST', '14:06 CST', '14:07 IST']);
  expect(rows.map(({ unsettled }) => unsettled)).toEqual([null, null, 'ambiguous-zone', null]);
});

test('it is offered where another row waits for the same choice', () => {
  const zones = [0, 1, 2, 3].map((index) => zoneInCommon(rowAtIndex(doc, timelinePos, index)!));
  expect(zones).toEqual([null, 'IST', null, 'IST']);
});
