import { describe, expect, it } from 'vitest';
import { NO_TIME } from '../../../../shared/time/rowTime.ts';
import { wholeTimeAttributes } from '../../../../shared/time/rowTimeAttributes.ts';
import { rowAtIndex } from './rowPlace.ts';
import { isEmptyRow, stopAround, stopsOf } from './rowStops.ts';
import { documentWith, positionOf, rowOf, timelineIn } from './timeline.testkit.ts';

const stopsIn = (row: object) => {
  const doc = documentWith(row);
  const place = rowAtIndex(doc, timelineIn(doc).timelinePos, 0);
  if (place === null) throw new Error('there is no row');
  return { doc, place, stops: stopsOf(place) };
};

describe('the stops of a row', () => {
  it('are its time, its event and its source', () => {
    const { stops } = stopsIn(rowOf({}, ['alpha'], 'log'));
    expect(stops.map((stop) => (stop.kind === 'cell' ? stop.name : stop.kind))).toEqual([
      'time',
      'event',
      'source',
    ]);
  });

  it('go in the order that is drawn, whatever order a merge left', () => {
    const { stops } = stopsIn({
      type: 'timelineRow',
      content: [{ type: 'timelineSource' }, { type: 'timelineEvent' }, { type: 'timelineEvent' }],
    });
    expect(stops.map((stop) => (stop.kind === 'cell' ? stop.name : stop.kind))).toEqual([
      'time',
      'event',
      'event',
      'source',
    ]);
  });

  it('have a place for each cell that the row lacks', () => {
    const { stops } = stopsIn({ type: 'timelineRow' });
    expect(stops).toEqual([
      { kind: 'time' },
      { kind: 'missing', name: 'event' },
      { kind: 'missing', name: 'source' },
    ]);
  });

  it('are told by a position in them', () => {
    const { doc, stops } = stopsIn(rowOf({}, ['alpha', 'more'], 'log'));
    expect(stopAround(stops, positionOf(doc, 'more'))).toBe(1);
    expect(stopAround(stops, positionOf(doc, 'log'))).toBe(2);
  });
});

describe('an empty row', () => {
  const isEmpty = (row: object): boolean => isEmptyRow(stopsIn(row).place.row);

  it('has neither text nor time nor milestone; its hidden id does not count', () => {
    expect(isEmpty(rowOf({ id: 'a' }, ['', '']))).toBe(true);
    expect(isEmpty({ type: 'timelineRow' })).toBe(true);
    expect(isEmpty(rowOf({ id: 'a', ...wholeTimeAttributes(NO_TIME) }, ['']))).toBe(true);
  });

  it('is none when anything would be lost with it', () => {
    expect(isEmpty(rowOf({ at: '2026-11-12T23:52' }, ['']))).toBe(false);
    expect(isEmpty(rowOf({ asWritten: 'lunch', unsettled: 'not-a-time' }, ['']))).toBe(false);
    expect(isEmpty(rowOf({ allClear: true }, ['']))).toBe(false);
    expect(isEmpty(rowOf({}, [''], 'log'))).toBe(false);
    const picture = { type: 'paragraph', content: [{ type: 'image', attrs: { hash: 'x' } }] };
    expect(isEmpty({ type: 'timelineRow', content: [{ type: 'timelineEvent', content: [picture] }] })).toBe(
      false,
    );
  });
});
