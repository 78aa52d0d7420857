import { attr } from '../../../shared/document/attr.ts';
import { milestoneRowsOf } from '../../../shared/document/milestoneRows.ts';
import type { BodyNode } from '../../../shared/document/template.ts';
import { MILESTONE_KEYS } from '../../../shared/schema/milestones.ts';
import { describeUnsettled } from '../../../shared/time/describeUnsettled.ts';
import { formatDuration } from '../../../shared/time/durations.ts';
import { formatDay } from '../../../shared/time/formatInstant.ts';
import { formatRowTime } from '../../../shared/time/formatRowTime.ts';
import { incidentMetrics } from '../../../shared/time/incidentMetrics.ts';
import { milestoneLabel } from '../../../shared/time/milestones.ts';
import { NO_TIME, type RowTime } from '../../../shared/time/rowTime.ts';
import { timeOfAttributes } from '../../../shared/time/rowTimeAttributes.ts';
import { daySeparators } from '../../../shared/time/timeAbove.ts';
import { notesBeyond } from './beyondSchema.ts';
import { cell, head, led, note, paragraph, row, table, text } from './madeOf.ts';
import type { Reading } from './readable.ts';

/** The metrics in a line, then a table: time, event with its milestones, source; days between. */
export function readableTimeline(timeline: BodyNode, reading: Reading): readonly BodyNode[] {
  const parts = timeline.content ?? [];
  const times = parts.map(({ type, attrs }) =>
    type === 'timelineRow' ? timeOfAttributes(attrs ?? {}) : NO_TIME,
  );
  const days = daySeparators(times);
  const heads = [
    attr(timeline, 'timeLabel') ?? 'Time (UTC)',
    attr(timeline, 'eventLabel') ?? 'Event',
    attr(timeline, 'sourceLabel') ?? 'Source',
  ];
  const rows = parts.flatMap((part, index) => {
    const day = days[index] ?? null;
    return [
      ...(day === null ? [] : [row(head(formatDay(day), { colspan: heads.length }))]),
      part.type === 'timelineRow'
        ? timelineRow(part, times[index] ?? NO_TIME, reading)
        : row(cell(reading.block(part), { colspan: heads.length })),
    ];
  });
  return parts.length === 0 ? [] : [metricsLine(timeline), table(heads, rows)];
}

function metricsLine(timeline: BodyNode): BodyNode {
  const metrics = incidentMetrics(milestoneRowsOf([timeline])).map(
    ({ label, minutes, about }) => `${label} ${about ? '~' : ''}${formatDuration(minutes)}`,
  );
  return note(metrics.join(' · '));
}

function timelineRow(node: BodyNode, time: RowTime, { inside, block }: Reading): BodyNode {
  const parts = node.content ?? [];
  const events = parts.filter(({ type }) => type === 'timelineEvent');
  const sources = parts.filter(({ type }) => type === 'timelineSource');
  const milestones = MILESTONE_KEYS.filter((key) => node.attrs?.[key] === true).map(milestoneLabel);
  const shown = formatRowTime(time);
  const unsettled = describeUnsettled(time);
  const source = sources.flatMap(inside);
  return row(
    cell([
      paragraph(text(shown.text, 'mono')),
      ...(shown.original === null ? [] : [note(shown.original)]),
      ...(unsettled === null ? [] : [note(unsettled)]),
    ]),
    cell([
      ...notesBeyond(node, ...events),
      ...led(
        milestones.length === 0 ? [] : [text(`${milestones.join(', ')}.`, 'bold')],
        events.flatMap(inside),
      ),
      ...parts.filter((part) => !events.includes(part) && !sources.includes(part)).flatMap(block),
    ]),
    cell([...notesBeyond(...sources), ...(source.length === 0 ? [] : [paragraph(...source)])]),
  );
}
