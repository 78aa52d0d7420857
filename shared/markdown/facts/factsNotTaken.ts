import type { Facts } from '../../document/facts.ts';
import { FACT_LINES, type FactLineKey } from './factLines.ts';
import {
  type DateInText,
  dateInText,
  type FactualText,
  type Statement,
  statementsIn,
} from './factsInText.ts';
import { isDerived } from './factText.ts';
import { isNoTenant, isUnfilled } from './factValue.ts';

/** Longest value that is quoted, in UTF-16 units. */
const LONGEST_QUOTE = 60;

/**
 * What the front of a text says of facts and the document did not take over, a sentence each: a value that
 * is taken is taken for certain, and all others stay in the text for a person to decide on.
 *
 * @param facts those of the document
 */
export function factsNotTaken(text: FactualText, facts: Facts): readonly string[] {
  const statements = statementsIn(text);
  const isTaken = (key: FactLineKey): boolean =>
    key === 'status'
      ? statements.some((other) => other.key === key && other.read !== null)
      : isKnown(facts, key);
  const missing = statements.filter(({ key }) => !isTaken(key));
  return [...new Set([...missing.flatMap(sentenceFor), ...dateNotTaken(text, facts)])];
}

function isKnown(facts: Facts, key: Exclude<FactLineKey, 'status'>): boolean {
  const fact = facts[key];
  return fact !== null && fact.length > 0;
}

function sentenceFor({ label, value, key }: Statement): readonly string[] {
  const why = isUnfilled(value) || isDerived(value) ? null : reasonFor(key, value);
  return why === null ? [] : [notTaken(label, value, nameOf(key), why)];
}

function reasonFor(key: FactLineKey, value: string): string | null {
  switch (key) {
    case 'severity':
      return 'it does not say which of P0 to P3 is meant';
    case 'firstAlert':
    case 'allClear':
      return 'it does not say a day and a time that are certain in UTC';
    case 'statedImpact':
      return 'it is not a length of time that Debrief can read';
    case 'status':
      return 'it is none of draft, in review and published';
    case 'tenants':
      return isNoTenant(value) ? null : NAMES_UNCLEAR;
    case 'regions':
    case 'services':
      return NAMES_UNCLEAR;
    default:
      return 'the line says more than that';
  }
}

const NAMES_UNCLEAR = 'it is not certain where one name ends and the next begins';

/** A day alone is no first alert, and a date with a time is one of who knows what. */
function dateNotTaken(text: FactualText, { firstAlert }: Facts): readonly string[] {
  const date = dateInText(text);
  if (date === null || firstAlert !== null || isUnfilled(date.value)) return [];
  return [notTaken(date.label, date.value, nameOf('firstAlert'), reasonForDate(date))];
}

function reasonForDate({ day, value }: DateInText): string {
  if (day === null) return 'it does not say which day is meant';
  return TIME_OF_DAY.test(value) ? 'it does not say what happened then' : 'it says no time of day';
}

const TIME_OF_DAY = /\d:\d\d|\d ?[ap]\.?m\b/i;

const notTaken = (label: string, value: string, name: string, why: string): string =>
  `“${label}: ${short(value)}” was not taken over as ${name}: ${why}. It stays as it is written.`;

const nameOf = (key: FactLineKey): string => FACT_LINES.find((line) => line.key === key)?.label ?? key;

const short = (value: string): string =>
  value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE).trimEnd()}…` : value;
