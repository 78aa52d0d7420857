import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createPostmortem } from './createPostmortem.ts';
import { bodyOf } from './layout.ts';
import { elementAt, moveElement } from './moveElement.ts';
import { readBody, textOf } from './readBody.ts';

function timelineOf(...events: readonly string[]): Y.Doc {
  return createPostmortem({
    id: 'x',
    created: '2026-11-24T12:00:00Z',
    template: 'short',
    facts: {},
    body: [
      {
        type: 'timeline',
        content: events.map((event) => ({
          type: 'timelineRow',
          attrs: { id: event, at: '2026-11-24T12:00', mitigated: true },
          content: [
            {
              type: 'timelineEvent',
              content: [
                {
                  type: 'paragraph',
                  content: [
                    { type: 'text', text: event },
                    { type: 'text', text: ' bold', marks: [{ type: 'bold' }] },
                  ],
                },
              ],
            },
          ],
        })),
      },
    ],
  });
}

const rowsOf = (doc: Y.Doc) => readBody(doc)[0]?.content ?? [];

it('a move keeps the row with its id, flags, text and marks, and touches no other row', () => {
  const doc = timelineOf('a', 'b', 'c', 'd');
  const before = rowsOf(doc);
  const timeline = elementAt(bodyOf(doc), [0]);
  if (timeline === null) throw new Error('no timeline');
  const untouched = [timeline.get(0), timeline.get(3)];
  moveElement(timeline, 2, 1, 'test');
  expect(rowsOf(doc)).toEqual([before[0], before[2], before[1], before[3]]);
  expect([timeline.get(0), timeline.get(3)]).toEqual(untouched);
});

it('a move to the first and to the last place ends where it was asked to', () => {
  const doc = timelineOf('a', 'b', 'c');
  const timeline = elementAt(bodyOf(doc), [0]) as Y.XmlElement;
  moveElement(timeline, 0, 2, 'test');
  expect(rowsOf(doc).map((row) => textOf(row))).toEqual(['b bold', 'c bold', 'a bold']);
  moveElement(timeline, 2, 0, 'test');
  expect(rowsOf(doc).map((row) => textOf(row))).toEqual(['a bold', 'b bold', 'c bold']);
});

it('a move can be undone by an undo manager that follows its origin', () => {
  const doc = timelineOf('a', 'b', 'c');
  const undo = new Y.UndoManager([bodyOf(doc)], { trackedOrigins: new Set(['test']) });
  const before = rowsOf(doc);
  moveElement(elementAt(bodyOf(doc), [0]) as Y.XmlElement, 0, 2, 'test');
  undo.undo();
  expect(rowsOf(doc)).toEqual(before);
});

it('a move that leads nowhere is refused', () => {
  const timeline = elementAt(bodyOf(timelineOf('a', 'b')), [0]) as Y.XmlElement;
  expect(() => moveElement(timeline, 0, 2, 'test')).toThrow(RangeError);
  expect(() => moveElement(timeline, -1, 0, 'test')).toThrow(RangeError);
});
