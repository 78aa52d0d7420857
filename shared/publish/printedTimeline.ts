import type { Element, ElementContent } from 'hast';
import { milestoneRowsOf } from '../document/milestoneRows.ts';
import type { BodyNode } from '../document/template.ts';
import { MILESTONE_KEYS } from '../schema/milestones.ts';
import { formatDuration } from '../time/durations.ts';
import { formatDay } from '../time/formatInstant.ts';
import { formatRowTime } from '../time/formatRowTime.ts';
import { incidentMetrics } from '../time/incidentMetrics.ts';
import { milestoneLabel } from '../time/milestones.ts';
import type { RowTime } from '../time/rowTime.ts';
import { timeOfAttributes } from '../time/rowTimeAttributes.ts';
import { daySeparators } from '../time/timeAbove.ts';
import { element, table } from './hastElement.ts';
import { ordinaryBlocks, ordinaryLine } from './ordinaryBlocks.ts';
import { childrenOf, type PublishContext } from './publishContext.ts';

/** A timeline: the metrics strip, then a table with day separators, milestones bold, originals beside. */
export function printedTimeline(timeline: BodyNode, context: PublishContext): readonly Element[] {
  const rows = childrenOf(timeline, 'timelineRow');
  if (rows.length === 0) return [element('p', 'none', 'No rows')];
  const times = rows.map((row) => timeOfAttributes(row.attrs ?? {}));
  const days = daySeparators(times);
  const printed = rows.flatMap((row, index) => {
    const day = days[index] ?? null;
    const time = times[index] as RowTime;
    return [...(day === null ? [] : [separator(day)]), printedRow(row, time, context)];
  });
  const hasUncertain = times.some(({ precision, untilUnknown }) => precision === 'about' || untilUnknown);
  return [
    metricsStrip(timeline),
    table('timeline', ['c-time', 'c-event', 'c-source'], ['Time (UTC)', 'Event', 'Source'], printed),
    ...(hasUncertain ? [element('p', 'legend', '~ about this time · ?? time not known')] : []),
  ];
}

function metricsStrip(timeline: BodyNode): Element {
  const metrics = incidentMetrics(milestoneRowsOf([timeline]));
  return element(
    'div',
    'metrics',
    metrics.map(({ label, minutes, about }) =>
      element('div', null, label, element('b', null, `${about ? '~' : ''}${formatDuration(minutes)}`)),
    ),
  );
}

const separator = (day: string): Element =>
  element('tr', 'day', {
    ...element('th', null, formatDay(day)),
    properties: { colSpan: 3, scope: 'rowgroup' },
  });

function printedRow(row: BodyNode, time: RowTime, context: PublishContext): Element {
  const milestones = MILESTONE_KEYS.filter((key) => row.attrs?.[key] === true);
  const events = childrenOf(row, 'timelineEvent').flatMap((event) => event.content ?? []);
  const sources = childrenOf(row, 'timelineSource').flatMap((source) => source.content ?? []);
  const shown = formatRowTime(time);
  return element(
    'tr',
    milestones.length > 0 ? 'm' : null,
    element(
      'td',
      'tm',
      shown.text,
      shown.original === null ? null : element('span', 'original', shown.original),
    ),
    element('td', null, eventContent(events, milestones.map(milestoneLabel), context)),
    element('td', 'source', ordinaryLine(sources, context.picture)),
  );
}

/** The event with its milestones before its first words, in the same paragraph where it begins with one. */
function eventContent(
  events: readonly BodyNode[],
  milestones: readonly string[],
  { picture }: PublishContext,
): readonly ElementContent[] {
  const blocks = ordinaryBlocks(events, picture);
  if (milestones.length === 0) return blocks;
  const labels: ElementContent[] = [
    element('b', null, `${milestones.join(', ')}.`),
    { type: 'text', value: ' ' },
  ];
  const at = blocks.findIndex((block) => block.type === 'element');
  const first = blocks[at];
  if (first?.type !== 'element' || first.tagName !== 'p') return [element('p', null, labels), ...blocks];
  return blocks.map((block, index) =>
    index === at ? { ...first, children: [...labels, ...first.children] } : block,
  );
}
