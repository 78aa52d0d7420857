import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createPostmortem } from '../../../../shared/document/createPostmortem.ts';
import { readBody } from '../../../../shared/document/readBody.ts';
import { importMarkdown } from '../../../../shared/markdown/importMarkdown.ts';
import { postmortemSchema } from '../../../../shared/schema/postmortemSchema.ts';
import { NO_TIME } from '../../../../shared/time/rowTime.ts';
import { timeOfAttributes, wholeTimeAttributes } from '../../../../shared/time/rowTimeAttributes.ts';
import { pluginView } from '../../rows/pluginView.testkit.ts';
import { rowAtIndex } from './rowPlace.ts';
import { readingsOf } from './timeCommands.ts';
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
  const rows = timelineIn(view.state.doc).timeline.children.map(({ attrs }) => timeOfAttributes(attrs));
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
  const { unsettled, zone } = wholeTimeAttributes(NO_TIME);
  const settled = documentWith(rowOf({ unsettled, zone }, ['one']), rowOf({ unsettled, zone }, ['other']));
  expect(zoneInCommon(rowAtIndex(settled, timelinePos, 0)!)).toBeNull();
});

describe('the rows of an imported text', () => {
  const LISTED = '10:00 a|10:05 b|10:10 c|23:50 d|00:20 e'.split('|');

  /** The times of the rows of a text, once all are read in the zone that it states, or one alone. */
  function chosen(text: string, only?: number): readonly unknown[] {
    const { postmortem } = importMarkdown(text);
    const imported = createPostmortem({ ...postmortem, id: 'one', created: '2026-11-24T10:00:00Z' });
    const body = postmortemSchema.nodeFromJSON({ type: 'doc', content: readBody(imported) });
    const at = body.children.findLastIndex(({ type }) => type.name === 'timeline');
    const pos = body.children.slice(0, at).reduce((size, block) => size + block.nodeSize, 0);
    const view = pluginView(EditorState.create({ doc: body }), []);
    const undo = { stopCapturing: () => undefined, undoStack: [] };
    const session = { doc: imported, undo };
    const editor = { view, state: view.state, storage: { editorContext: { session } } } as never;
    if (only !== undefined) {
      const readings = readingsOf(editor, rowAtIndex(body, pos, only)!);
      return readings.filter(({ words }) => words === 'CEST').map(({ time }) => time.at);
    }
    chooseForZone(editor, rowAtIndex(body, pos, 1)!, 'CEST');
    return view.state.doc.child(at).children.map(({ attrs }) => attrs.at);
  }

  const text = (title: string, ...rows: readonly string[]): string =>
    `# ${title}\n\nAll times are CEST.\n\n## Timeline\n\n${rows.map((row) => `- ${row}\n`).join('')}`;
  const TIMES = ['T08:00', 'T08:05', 'T08:10', 'T21:50', 'T22:20'].map((clock) => `2026-07-10${clock}`);

  test.each([
    ['the first row names', text('PM', ...LISTED.with(0, '2026-07-10 10:00 a'))],
    ['the title names', text('PM 2026-07-10', ...LISTED)],
    ['a heading names', text('PM 2026-07-01', ...LISTED).replace('## Timeline', '## Timeline 10 July 2026')],
    [
      'a timeline above ends on',
      `${text('PM', '2026-07-10 09:00 o', '09:30 p')}\n### Then\n\n- ${LISTED.join('\n- ')}\n`,
    ],
  ])('have the day that %s, and run forward from it', (_, written) => {
    expect(chosen(written)).toEqual(TIMES);
    expect([0, 1, 2, 3, 4].flatMap((at) => chosen(written, at))).toEqual(TIMES);
  });

  test('offer no choice where no day is certain', () => {
    expect(chosen(text('PM', '10:00 a', '10:05 b'), 1)).toEqual([]);
  });
});
