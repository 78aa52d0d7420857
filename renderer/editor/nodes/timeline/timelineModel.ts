import type { Attrs, Node } from '@tiptap/pm/model';
import { MILESTONE_KEYS } from '../../../../shared/schema/milestones.ts';
import { describeUnsettled } from '../../../../shared/time/describeUnsettled.ts';
import { type IncidentMetric, incidentMetrics } from '../../../../shared/time/incidentMetrics.ts';
import { type MilestoneRow, milestoneTime } from '../../../../shared/time/milestones.ts';
import { outOfOrderRows, outOfOrderWords } from '../../../../shared/time/outOfOrderRows.ts';
import { timeOfAttributes } from '../../../../shared/time/rowTimeAttributes.ts';
import { daySeparators } from '../../../../shared/time/timeAbove.ts';
import type { RowFlag } from './rowFlag.ts';

/** What the rows of a timeline say together. Only times and marks go into it, never the text of an event. */
export interface TimelineModel {
  /** The attributes that it was read from, a row each. */
  readonly attrs: readonly Attrs[];
  /** The day `YYYY-MM-DD` to show above a row, or null. */
  readonly days: readonly (string | null)[];
  readonly flags: readonly (RowFlag | null)[];
  readonly metrics: readonly IncidentMetric[];
  /** When the first alert fired by a row's milestone, or null. */
  readonly firstAlert: string | null;
}

/**
 * The model of a timeline. ProseMirror keeps the attributes of a row whose text is typed in, so while
 * somebody writes, the model that there was is given back and nothing is computed or drawn anew.
 */
export function timelineModel(timeline: Node, before: TimelineModel | undefined): TimelineModel {
  const attrs = timeline.children.map((row) => row.attrs);
  const same =
    before !== undefined &&
    before.attrs.length === attrs.length &&
    attrs.every((rowAttrs, index) => rowAttrs === before.attrs[index]);
  return same ? before : readModel(attrs);
}

function readModel(attrs: readonly Attrs[]): TimelineModel {
  const times = attrs.map((row) => timeOfAttributes(row));
  const rows = attrs.map((row, index) => ({
    time: times[index]!,
    keep: row.keep === true,
    milestones: MILESTONE_KEYS.filter((key) => row[key] === true),
  }));
  const flags: (RowFlag | null)[] = times.map((time) => {
    const sentence = describeUnsettled(time);
    return sentence === null ? null : { kind: 'unsettled', sentence };
  });
  for (const { index, up } of outOfOrderRows(rows)) {
    const { flag, fix } = outOfOrderWords(up);
    flags[index] = { kind: 'order', sentence: flag, fix, up };
  }
  const marked: readonly MilestoneRow[] = rows.filter(({ milestones }) => milestones.length > 0);
  return {
    attrs,
    days: daySeparators(times),
    flags,
    metrics: incidentMetrics(marked),
    firstAlert: milestoneTime(marked, 'firstAlert')?.instant ?? null,
  };
}
