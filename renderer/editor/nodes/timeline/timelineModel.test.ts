import { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { documentWith, positionOf, rowOf, timelineIn } from './timeline.testkit.ts';
import { timelineModel } from './timelineModel.ts';

const modelOf = (...rows: readonly object[]) =>
  timelineModel(timelineIn(documentWith(...rows)).timeline, undefined);

describe('the model of a timeline', () => {
  it('shows a day where it changes', () => {
    const { days } = modelOf(
      rowOf({ at: '2026-11-12T23:52' }, ['a']),
      rowOf({ at: '2026-11-12T23:56' }, ['b']),
      rowOf({}, ['no time']),
      rowOf({ at: '2026-11-13T00:03' }, ['c']),
    );
    expect(days).toEqual(['2026-11-12', null, null, '2026-11-13']);
  });

  it('flags a row out of order, and how far it has to go', () => {
    const { flags } = modelOf(
      rowOf({ at: '2026-11-13T00:34' }, ['a']),
      rowOf({ at: '2026-11-13T00:31' }, ['b']),
    );
    expect(flags).toEqual([
      null,
      { kind: 'order', sentence: 'Comes before the row above', fix: 'Move up one row', up: 1 },
    ]);
  });

  it('does not flag a row that is kept where it is', () => {
    const { flags } = modelOf(
      rowOf({ at: '2026-11-13T00:34' }, ['a']),
      rowOf({ at: '2026-11-13T00:31', keep: true }, ['b']),
    );
    expect(flags).toEqual([null, null]);
  });

  it('flags a time that was not settled', () => {
    const { flags } = modelOf(rowOf({ asWritten: 'lunch', unsettled: 'not-a-time' }, ['a']));
    expect(flags[0]).toMatchObject({ kind: 'unsettled' });
  });

  it('takes the first alert and the lengths from the milestones', () => {
    const { firstAlert, metrics } = modelOf(
      rowOf({ at: '2026-11-12T23:44', impactStarts: true }, ['a']),
      rowOf({ at: '2026-11-12T23:52', firstAlert: true, acknowledged: true }, ['b']),
    );
    expect(firstAlert).toBe('2026-11-12T23:52');
    expect(metrics.map(({ key, minutes }) => [key, minutes])).toEqual([
      ['detect', 8],
      ['acknowledge', 0],
      ['mitigate', null],
      ['resolve', null],
    ]);
  });
});

describe('while somebody writes', () => {
  const doc = documentWith(rowOf({ at: '2026-11-12T23:52' }, ['alpha']), rowOf({}, ['beta']));
  const before = timelineModel(timelineIn(doc).timeline, undefined);
  const state = EditorState.create({ doc });

  it('the model stays the same object for text', () => {
    const after = state.apply(state.tr.insertText('x', positionOf(doc, 'alpha'))).doc;
    expect(timelineModel(timelineIn(after).timeline, before)).toBe(before);
  });

  it('a time makes a new one', () => {
    const { timelinePos } = timelineIn(doc);
    const after = state.apply(state.tr.setNodeAttribute(timelinePos + 1, 'at', '2026-11-12T23:53')).doc;
    expect(timelineModel(timelineIn(after).timeline, before)).not.toBe(before);
  });
});
