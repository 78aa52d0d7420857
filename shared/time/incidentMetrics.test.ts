import { expect, test } from 'vitest';
import { MILESTONE_KEYS, type MilestoneKey } from '../schema/milestones.ts';
import { customerImpact, incidentMetrics, minutesBetween } from './incidentMetrics.ts';
import { MILESTONES, type MilestoneRow, milestoneLabel, milestoneTime } from './milestones.ts';
import { parseTimeEntry } from './parseTimeEntry.ts';

/** A row from its typed time, on 12 November 2026 from noon on and the night after, and its milestones. */
function row(typed: string, ...milestones: readonly MilestoneKey[]): MilestoneRow {
  const time = parseTimeEntry(typed, {
    now: '2026-11-13T12:00',
    above: null,
    firstAlert: '2026-11-12T23:52',
  });
  return { time, milestones };
}

const INCIDENT: readonly MilestoneRow[] = [
  row('23:31'),
  row('23:44', 'impactStarts'),
  row('23:52', 'firstAlert'),
  row('23:56', 'acknowledged'),
  row('00:03', 'commanderNamed'),
  row('00:53', 'mitigated'),
  row('01:18', 'resolved'),
  row('01:40', 'allClear'),
];

const minutes = (rows: readonly MilestoneRow[]): readonly (number | null)[] =>
  incidentMetrics(rows).map((metric) => metric.minutes);

test('TM-23 the four lengths of an incident across midnight', () => {
  expect(minutes(INCIDENT)).toEqual([8, 4, 69, 94]);
  expect(incidentMetrics(INCIDENT)[0]).toEqual({
    key: 'detect',
    label: 'Time to detect',
    fromMilestone: 'impactStarts',
    toMilestone: 'firstAlert',
    minutes: 8,
    from: '2026-11-12T23:44',
    to: '2026-11-12T23:52',
    about: false,
  });
  expect(incidentMetrics(INCIDENT).map(({ label }) => label)).toEqual([
    'Time to detect',
    'Time to acknowledge',
    'Time to mitigate',
    'Time to resolve',
  ]);
});

test('TM-23 what is not known is null, and what is known of it is still there', () => {
  expect(minutes([])).toEqual([null, null, null, null]);
  const [detect] = incidentMetrics([row('23:44', 'impactStarts')]);
  expect(detect).toMatchObject({ minutes: null, from: '2026-11-12T23:44', to: null });
});

test('TM-23 a row without an instant marks nothing', () => {
  expect(
    minutes([row('23:44', 'impactStarts'), row('??', 'firstAlert'), row('23:50 IST', 'mitigated')]),
  ).toEqual([null, null, null, null]);
  expect(minutes([row('2026-11-12', 'impactStarts'), row('23:52', 'firstAlert')])[0]).toBeNull();
});

test('TM-23 one row may carry several milestones', () => {
  expect(
    minutes([
      row('23:44', 'impactStarts', 'firstAlert'),
      row('23:50', 'acknowledged', 'mitigated', 'resolved'),
    ]),
  ).toEqual([0, 6, 6, 6]);
});

test('TM-23 of a milestone that was passed twice the earliest counts, of an ending the latest', () => {
  const rows = [
    row('23:50', 'impactStarts', 'firstAlert', 'acknowledged'),
    row('23:44', 'impactStarts', 'firstAlert', 'acknowledged'),
    row('00:53', 'mitigated', 'resolved', 'impactEnded', 'allClear'),
    row('00:30', 'mitigated', 'resolved', 'impactEnded', 'allClear'),
  ];
  for (const key of ['impactStarts', 'firstAlert', 'acknowledged'] as const) {
    expect([key, milestoneTime(rows, key)?.instant]).toEqual([key, '2026-11-12T23:44']);
  }
  for (const key of ['mitigated', 'resolved', 'impactEnded', 'allClear'] as const) {
    expect([key, milestoneTime(rows, key)?.instant]).toEqual([key, '2026-11-13T00:53']);
  }
});

test('TM-23 a length from or to an about time is about', () => {
  const rows = [row('~23:44', 'impactStarts'), row('23:52', 'firstAlert'), row('23:56', 'acknowledged')];
  expect(incidentMetrics(rows).map(({ about }) => about)).toEqual([true, false, true, true]);
});

test('TM-23 an alert before the impact gives a length below zero', () => {
  expect(minutes([row('23:52', 'impactStarts'), row('23:44', 'firstAlert')])[0]).toBe(-8);
});

test('TM-23 seconds are cut to whole minutes', () => {
  expect(minutesBetween('2026-11-12T23:44:50', '2026-11-12T23:52:10')).toBe(7);
  expect(minutesBetween('2026-11-12T23:44:50', '2026-11-12T23:44:10')).toBe(0);
  expect(Object.is(minutesBetween('2026-11-12T23:44:50', '2026-11-12T23:44:10'), 0)).toBe(true);
});

test('TM-23 lengths cross leap days and summer time without a jump, for all is UTC', () => {
  expect(minutesBetween('2024-02-28T23:00', '2024-03-01T00:00')).toBe(25 * 60);
  expect(minutesBetween('2026-03-28T23:00', '2026-03-29T23:00')).toBe(24 * 60);
});

test('TM-24 impact runs to Impact ended', () => {
  const rows = [...INCIDENT, row('00:58', 'impactEnded')];
  expect(customerImpact(rows)).toEqual({
    minutes: 74,
    from: '2026-11-12T23:44',
    to: '2026-11-13T00:58',
    about: false,
    endedBy: 'impactEnded',
  });
});

test('TM-24 without Impact ended it runs to Mitigated and says so', () => {
  expect(customerImpact(INCIDENT)).toMatchObject({
    minutes: 69,
    to: '2026-11-13T00:53',
    endedBy: 'mitigated',
  });
  const rows = [...INCIDENT, row('??', 'impactEnded')];
  expect(customerImpact(rows)).toMatchObject({ minutes: 69, endedBy: 'mitigated' });
});

test('TM-24 without an end or a start it is not known', () => {
  expect(customerImpact([row('23:44', 'impactStarts')])).toMatchObject({ minutes: null, endedBy: null });
  expect(customerImpact([row('00:53', 'mitigated')])).toMatchObject({ minutes: null, endedBy: 'mitigated' });
});

test('every milestone has a label', () => {
  expect(MILESTONES.map(({ key }) => key)).toEqual(MILESTONE_KEYS);
  expect(MILESTONES.map(({ label }) => label)).toEqual([
    'Impact starts',
    'First alert',
    'Acknowledged',
    'Commander named',
    'Mitigated',
    'Impact ended',
    'Resolved',
    'All-clear',
  ]);
  expect(milestoneLabel('allClear')).toBe('All-clear');
});
