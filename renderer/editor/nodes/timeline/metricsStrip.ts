import { formatDuration } from '../../../../shared/time/durations.ts';
import { formatClock } from '../../../../shared/time/formatInstant.ts';
import type { IncidentMetric } from '../../../../shared/time/incidentMetrics.ts';
import { milestoneLabel } from '../../../../shared/time/milestones.ts';
import texts from '../../../ui/text/text.module.css';
import { element } from '../../rows/element.ts';
import styles from './timeline.module.css';

/** How long it took to detect, acknowledge, mitigate and resolve, and between which two times. */
export function metricCells(metrics: readonly IncidentMetric[]): readonly HTMLElement[] {
  return metrics.map((metric) =>
    element(
      'div',
      { class: styles.metric, 'data-metric': metric.key },
      element('dt', {}, metric.label),
      element('dd', { class: styles.value }, ...lengthParts(metric)),
      element('dd', { class: styles.from }, ...spanParts(metric)),
    ),
  );
}

function lengthParts({ minutes, about }: IncidentMetric): readonly (Node | string)[] {
  if (minutes === null) return [uncertain('??')];
  return about ? [uncertain('~'), formatDuration(minutes)] : [formatDuration(minutes)];
}

function spanParts(metric: IncidentMetric): readonly (Node | string)[] {
  const { key, from, to } = metric;
  if (from === null && to === null) {
    return [`${milestoneLabel(metric.fromMilestone)} to ${milestoneLabel(metric.toMilestone)}`];
  }
  const words = key === 'detect' ? [' impact to ', ' first alert'] : [' to ', ''];
  return [clock(from), words[0] ?? '', clock(to), words[1] ?? ''];
}

const clock = (instant: string | null): HTMLElement =>
  instant === null
    ? uncertain('??')
    : element('time', { class: texts.time, datetime: `${instant}Z` }, formatClock(instant));

const uncertain = (text: string): HTMLElement => element('span', { class: styles.unknown }, text);
