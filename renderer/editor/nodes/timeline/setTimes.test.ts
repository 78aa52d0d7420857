import type { Editor } from '@tiptap/core';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { createPostmortem } from '../../../../shared/document/createPostmortem.ts';
import { bodyOf } from '../../../../shared/document/layout.ts';
import { readBody } from '../../../../shared/document/readBody.ts';
import { parseTimeEntry } from '../../../../shared/time/parseTimeEntry.ts';
import type { RowTime } from '../../../../shared/time/rowTime.ts';
import { attributesOfTime, timeOfAttributes } from '../../../../shared/time/rowTimeAttributes.ts';
import { PersonalUndo } from '../../../session/personalUndo.ts';
import { boundEditor } from '../../binding/boundEditor.testkit.ts';
import { rowAtIndex } from './rowPlace.ts';
import { setTimes } from './setTimes.ts';
import { commitTime } from './timeCommands.ts';
import { documentWith, positionOf, rowOf, timelineIn } from './timeline.testkit.ts';

const context = { now: '2026-11-24T12:00', above: null, firstAlert: '2026-11-24T12:00' };
const timeOf = (typed: string): RowTime => parseTimeEntry(`2026-11-24 ${typed}`, context);

/** A time that could not be settled. */
const FLAGGED = parseTimeEntry('14:05 IST', context);

/** Two people at a document whose row has a time; the second one's changes are the later ones for Yjs. */
function twoPeople(before: RowTime) {
  const body = documentWith(rowOf({ id: 'row', ...attributesOfTime(before) }, ['event'])).toJSON().content;
  const seed = createPostmortem({
    id: 'x',
    created: '2026-11-24T12:00:00Z',
    template: 'imported',
    facts: {},
    body,
  });
  const person = (clientId: number) => {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed));
    const leftAsIs = vi.fn();
    const undo = new PersonalUndo(doc, leftAsIs);
    const editor = boundEditor(doc, undo);
    const set = (typed: string): void => commitTime(editor, rowIn(editor), `2026-11-24 ${typed}`);
    return { doc, editor, undo, leftAsIs, set, time: () => storedTime(doc) };
  };
  const [first, second] = [person(1), person(2)];
  const exchange = (): void => {
    Y.applyUpdate(second.doc, Y.encodeStateAsUpdate(first.doc));
    Y.applyUpdate(first.doc, Y.encodeStateAsUpdate(second.doc));
    for (const { doc, editor, time } of [first, second]) {
      expect(timeOfAttributes(rowIn(editor).row.attrs)).toEqual(time());
      expect(readBody(doc)).toEqual(readBody(first.doc));
    }
  };
  return { first, second, exchange };
}

function rowIn(editor: Editor) {
  return rowAtIndex(editor.state.doc, timelineIn(editor.state.doc).timelinePos, 0)!;
}

const rowsOf = (doc: Y.Doc) => readBody(doc).find(({ type }) => type === 'timeline')?.content ?? [];
const storedTime = (doc: Y.Doc): RowTime => timeOfAttributes(rowsOf(doc)[0]?.attrs ?? {});

describe('a time that another person has changed since stays whole, and undo says so', () => {
  test.each([
    ['that was not settled', FLAGGED, '17:45', '17:46'],
    ['of a range', timeOf('00:25-00:40'), '00:26', '00:27'],
    ['that was about', timeOf('~00:20'), '00:21', '00:22'],
    ['from another zone', timeOf('1:00 PST'), '09:10', '09:20'],
  ])('in a row with a time %s', (_, before, mine, theirs) => {
    const { first, second, exchange } = twoPeople(before);
    first.set(mine);
    exchange();
    second.set(theirs);
    exchange();
    first.undo.undo();
    exchange();
    expect(first.time()).toEqual(timeOf(theirs));
    expect(first.leftAsIs).toHaveBeenCalledOnce();
    second.undo.undo();
    exchange();
    expect(second.time()).toEqual(timeOf(mine));
    expect(second.leftAsIs).not.toHaveBeenCalled();
  });
});

describe('of two times that people set at once one stays whole, also when each undoes theirs', () => {
  test.each([
    ['~18:00', '18:10-18:12'],
    ['18:20-18:25', '1:15 PST'],
  ])('%s and %s, whoever set which', (one, other) => {
    for (const [mine, theirs] of [
      [one, other],
      [other, one],
    ] as const)
      for (const before of [FLAGGED, timeOf('17:00'), timeOf('17:00-17:30'), timeOf('~17:00')]) {
        const { first, second, exchange } = twoPeople(before);
        first.set(mine);
        second.set(theirs);
        exchange();
        expect(first.time()).toEqual(timeOf(theirs));
        for (const { undo } of [first, second]) undo.undo();
        exchange();
        expect(first.time()).toEqual(timeOf(theirs));
        for (const { leftAsIs } of [first, second]) expect(leftAsIs).toHaveBeenCalledOnce();
      }
  });
});

test('times are undone and redone one by one, whatever was written in the row between', () => {
  const { first, second, exchange } = twoPeople(timeOf('1:00-1:10 PST'));
  const times = ['1:00-1:10 PST', '~09:20', '09:30', '09:40-??', '9:50'].map(timeOf);
  for (const typed of ['~09:20', '09:30', '09:40-??', '9:50']) {
    first.set(typed);
    exchange();
    const { view } = second.editor;
    view.dispatch(view.state.tr.insertText('x', positionOf(view.state.doc, 'event')));
    second.undo.undo();
    exchange();
  }
  for (const time of times.slice(0, -1).reverse()) {
    first.undo.undo();
    exchange();
    expect(second.time()).toEqual(time);
  }
  for (const time of times.slice(1)) {
    first.undo.redo();
    exchange();
    expect(second.time()).toEqual(time);
  }
  expect(first.leftAsIs).not.toHaveBeenCalled();
});

test('the time that a row has already is not written again', () => {
  const { first } = twoPeople(timeOf('14:02'));
  const before = Y.encodeStateVector(first.doc);
  first.set('1402');
  first.set('14:02');
  expect(Y.encodeStateVector(first.doc)).toEqual(before);
  expect(first.undo.undoStack).toHaveLength(0);
});

test('what else the step does is undone with the time, and the row stays the same element', () => {
  const { first, exchange } = twoPeople(timeOf('14:02'));
  const { doc, editor, undo } = first;
  const element = (bodyOf(doc).get(1) as Y.XmlElement).get(0);
  const { rowPos } = rowIn(editor);
  const from = positionOf(editor.state.doc, 'event');
  setTimes(editor, new Map([[rowPos, timeOf('~14:10')]]), editor.state.tr.delete(from, from + 2));
  exchange();
  expect([first.time(), editor.state.doc.child(1).textContent]).toEqual([timeOf('~14:10'), 'ent']);
  expect((bodyOf(doc).get(1) as Y.XmlElement).get(0)).toBe(element);
  undo.undo();
  exchange();
  expect([first.time(), editor.state.doc.child(1).textContent]).toEqual([timeOf('14:02'), 'event']);
});
