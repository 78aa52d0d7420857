import { type PostmortemStatus, STATUSES } from '../../document/about.ts';
import { type Facts, SEVERITIES } from '../../document/facts.ts';
import { isDate } from '../../time/calendarDate.ts';
import { formatHoursMinutes, parseHoursMinutes } from '../../time/durations.ts';
import type { FactLineKey } from './factLines.ts';

/** Facts with the status beside them, as the list of facts shows both. */
export interface StatedFacts {
  readonly facts: Facts;
  readonly status: string;
}

/** What a line of the list of facts says after its label; empty for what is not known. */
export function factText(key: FactLineKey, { facts, status }: StatedFacts): string {
  switch (key) {
    case 'tenants':
    case 'regions':
    case 'services':
      return facts[key].join(', ');
    case 'firstAlert':
    case 'allClear':
      return (facts[key] ?? '').replace(INSTANT, '$1 $2');
    case 'statedImpact':
      return /^\d{1,6}$/.test(facts.statedImpact ?? '')
        ? formatHoursMinutes(Number(facts.statedImpact))
        : (facts.statedImpact ?? '');
    case 'commander':
      return [facts.commander ?? '', ...(facts.commanderTeam === null ? [] : [`@ ${facts.commanderTeam}`])]
        .join(' ')
        .trim();
    case 'status':
      return status.replace('-', ' ');
    default:
      return facts[key] ?? '';
  }
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/;
const WRITTEN_INSTANT = /^(\d{4}-\d{2}-\d{2}) ((?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * The facts that a line's text stands for; what it does not say is not in the answer. A severity, time or duration
 * is null unless the text is one that an export writes for it.
 */
export function factsOfText(key: FactLineKey, text: string): Partial<Facts> {
  const value = text === '' ? null : text;
  switch (key) {
    case 'tenants':
    case 'regions':
    case 'services':
      return { [key]: membersIn(text, ',') };
    case 'severity':
      return { severity: SEVERITIES.find((severity) => severity === text) ?? null };
    case 'firstAlert':
    case 'allClear':
      return { [key]: instantOfText(text) };
    case 'statedImpact': {
      const minutes = parseHoursMinutes(text);
      return { statedImpact: minutes === null ? null : String(minutes) };
    }
    case 'commander': {
      const [, name, team] = /^(.*?)(?:^| )@ (.+)$/.exec(text) ?? [null, text, null];
      return { commander: name === '' ? null : (name ?? null), commanderTeam: team ?? null };
    }
    case 'status':
      return {};
    default:
      return { [key]: value };
  }
}

/** The members that a text names between what parts them, each once. */
export const membersIn = (text: string, parts: string | RegExp): readonly string[] => [
  ...new Set(
    text
      .split(parts)
      .map((member) => member.trim())
      .filter((member) => member !== ''),
  ),
];

function instantOfText(text: string): string | null {
  const [, day, clock] = WRITTEN_INSTANT.exec(text) ?? [];
  return day !== undefined && isDate(day) ? `${day}T${clock}` : null;
}

const DERIVED = ' (from the timeline)';
const ABOUT = '~';

/** The duration of the impact as the timeline's milestones give it; `about` where one of their times is only about right. */
export const derivedText = (minutes: number, about: boolean): string =>
  `${about ? ABOUT : ''}${formatHoursMinutes(minutes)}${DERIVED}`;

export const isDerived = (text: string): boolean =>
  text.endsWith(DERIVED) &&
  parseHoursMinutes(text.slice(text.startsWith(ABOUT) ? ABOUT.length : 0, -DERIVED.length)) !== null;

/** The status that a text stands for, as `In review`; null for none of ours. */
export const statusOfText = (text: string): PostmortemStatus | null =>
  STATUSES.find((status) => status === text.toLowerCase().replace(' ', '-')) ?? null;
