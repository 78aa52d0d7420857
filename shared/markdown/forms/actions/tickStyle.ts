import type { BodyNode } from '../../../document/template.ts';
import { isDate } from '../../../time/calendarDate.ts';
import { ACTION_COLUMNS, ACTION_HEADS, type ActionColumn } from './actionStyle.ts';
import { HEAD_WORDS } from './headWords.ts';

/**
 * Action items as a tick list: each ends its first line with what it says beside its description, in
 * brackets, `- [ ] Check the limits (owner: @ann, due 2026-12-01)`. A ticked one is done.
 */
export interface TickStyle {
  /** What stands in front of each value, in the order in which they are written. */
  readonly leads: readonly (readonly [key: ActionColumn, lead: string])[];
  /** What parts them. */
  readonly gap: string;
}

/** One of the things that a line's brackets say. */
export interface TickPart {
  readonly key: ActionColumn;
  readonly lead: string;
  readonly value: string;
}

const GAPS = [', ', '; '] as const;

const LABELS = ACTION_COLUMNS.flatMap((key) => HEAD_WORDS[key].map((label) => ({ key, label }))).sort(
  (one, other) => other.label.length - one.label.length,
);

/** Reads what stands between two gaps; null for words that say nothing of an action item. */
function readPart(text: string): TickPart | null {
  const bare = BARE.find(([, isValue]) => isValue(text));
  if (bare !== undefined) return { key: bare[0], lead: '', value: text };
  const lower = text.toLowerCase();
  for (const { key, label } of LABELS) {
    if (!lower.startsWith(label)) continue;
    const [, sign, value] = /^(: ?| )(\S.*)$/.exec(text.slice(label.length)) ?? [];
    if (sign === undefined || value === undefined) continue;
    if (sign === ' ' && !WITHOUT_COLON[key].test(value)) return null;
    return { key, lead: text.slice(0, label.length + sign.length), value };
  }
  return null;
}

/** What is known without a name. */
const BARE: readonly (readonly [key: ActionColumn, isValue: (text: string) => boolean])[] = [
  ['owner', (text) => /^@[\w./-]+$/.test(text)],
  ['priority', (text) => /^P[0-3]$/.test(text)],
  ['due', isDate],
];

/** What a value looks like that needs no colon in front of it: `due to load` is no date. */
const WITHOUT_COLON: Readonly<Record<ActionColumn, RegExp>> = {
  owner: /^@/,
  ticket: /[#\d]/,
  due: /\d/,
  priority: /^P\d$/i,
  status: /^$/,
};

/** What the brackets say, each thing once, and what parts it; null when some of it says nothing. */
export function readParts(
  text: string,
): { readonly parts: readonly TickPart[]; readonly gap: string } | null {
  const gap = GAPS.find((other) => text.includes(other) && other !== ', ') ?? ', ';
  const parts = text.split(gap).map(readPart);
  const keys = parts.map((part) => part?.key);
  return keys.includes(undefined) || new Set(keys).size < keys.length
    ? null
    : { parts: parts as TickPart[], gap };
}

/** What the brackets say of some values. */
export function partsText(
  values: Readonly<Partial<Record<ActionColumn, string>>>,
  { leads, gap }: TickStyle,
): string {
  const known = leads.map(([key]) => key);
  const keys = [...known, ...ACTION_COLUMNS.filter((key) => !known.includes(key))];
  return keys
    .flatMap((key) => {
      const value = values[key];
      return value === undefined ? [] : partText(key, value, leads.find(([other]) => other === key)?.[1]);
    })
    .join(gap);
}

/** A value behind the lead of the list, or behind ours where it would not be known for what it is. */
function partText(key: ActionColumn, value: string, lead: string | undefined): string {
  const ours = `${ACTION_HEADS[key].toLowerCase()}: ${value}`;
  if (lead === undefined) return ours;
  const read = readPart(`${lead}${value}`);
  return read?.key === key && read.lead === lead && read.value === value ? `${lead}${value}` : ours;
}

/** The style that lines with these parts have in common: the order of the longest, and no name where one has none. */
export function commonStyle(
  lines: readonly { readonly parts: readonly TickPart[]; readonly gap: string }[],
): TickStyle {
  const longestFirst = [...lines].sort((one, other) => other.parts.length - one.parts.length);
  const leads = new Map<ActionColumn, string>();
  for (const { key, lead } of longestFirst.flatMap(({ parts }) => parts))
    if (lead === '' || !leads.has(key)) leads.set(key, lead);
  const [first] = longestFirst;
  return { leads: [...leads], gap: first !== undefined && first.parts.length > 1 ? first.gap : ', ' };
}

const NAME = 'ticks';

/** The `written` attribute that says so. */
export const tickStyleText = ({ leads, gap }: TickStyle): string => JSON.stringify([NAME, leads, gap]);

/** The style that a list's `written` attribute says; null when it is written in another way. */
export function tickStyleOf(list: BodyNode): TickStyle | null {
  const text = list.attrs?.written;
  let parts: unknown = null;
  try {
    parts = typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts.length !== 3) return null;
  const [name, leads, gap] = parts as readonly unknown[];
  return name === NAME && isLeads(leads) && GAPS.some((other) => other === gap)
    ? { leads, gap: gap as string }
    : null;
}

const isLeads = (value: unknown): value is TickStyle['leads'] =>
  Array.isArray(value) &&
  new Set(value.map((lead) => (Array.isArray(lead) ? lead[0] : lead))).size === value.length &&
  value.every(
    (lead) =>
      Array.isArray(lead) &&
      lead.length === 2 &&
      SAMPLES.some((sample) => {
        const read = readPart(`${lead[1]}${sample}`);
        return read?.key === lead[0] && read?.lead === lead[1];
      }),
  );

/** Values of each kind. */
const SAMPLES = ['@a', 'P1', '2026-12-01', '#1'];
