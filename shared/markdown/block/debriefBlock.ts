import { type PostmortemStatus, STATUSES, TEMPLATES, type TemplateName } from '../../document/about.ts';
import { SECTION_KEYS } from '../../document/sections.ts';
import { isDate } from '../../time/calendarDate.ts';
import { type Look, NOTED_KINDS, type Note, type Notes } from '../forms/noted.ts';
import type { EmptySections } from '../forms/readForms.ts';

/** What the front matter says of one fact: the text that the list of facts shows for it, and what it is. */
export interface FactNote {
  readonly key: string;
  readonly text: string;
  readonly is: unknown;
}

/**
 * The day of the times before the first day in the text, which the first alert gave, and how the first row looks:
 * the day holds while rows that it was noted with are there.
 */
export interface DayNote extends Look {
  /** `YYYY-MM-DD` */
  readonly is: string;
}

/** The content of the key `debrief` in the front matter. docs/markdown.md describes it. */
export interface DebriefBlock {
  readonly template: TemplateName | null;
  readonly status: PostmortemStatus | null;
  readonly lastAction: number | null;
  readonly day: DayNote | null;
  /** Front blocks that look like an export's title or list of facts, and are content. */
  readonly keeps: readonly string[];
  /** Facts that the text says and the document does not. */
  readonly cleared: readonly string[];
  readonly facts: readonly FactNote[];
  readonly empty: EmptySections;
  readonly notes: Notes;
}

export const NOTHING_NOTED: DebriefBlock = {
  template: null,
  status: null,
  lastAction: null,
  day: null,
  keeps: [],
  cleared: [],
  facts: [],
  empty: {},
  notes: {},
};

type Unchecked = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Unchecked =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * Whether a map is a block of ours. One with a key that is not ours, or that holds something else, is
 * somebody else's of the same name: read as ours it would lose that.
 */
export function isDebriefBlock(map: Unchecked): boolean {
  const entries = Object.entries(map);
  return entries.length > 0 && entries.every(([key, value]) => isOurs(key, value));
}

function isOurs(key: string, value: unknown): boolean {
  switch (key) {
    case 'template':
      return TEMPLATES.some((name) => name === value);
    case 'status':
      return STATUSES.some((name) => name === value);
    case 'lastAction':
      return typeof value === 'number';
    case 'day':
      return isMap(value) && dayOf(value) !== null;
    case 'empty':
      return isMap(value) && Object.keys(value).every((name) => SECTION_KEYS.some((other) => other === name));
    case 'keeps':
    case 'cleared':
    case 'facts':
      return Array.isArray(value);
    default:
      return NOTED_KINDS.some((kind) => kind === key) && Array.isArray(value);
  }
}

/** Reads a block that anybody may have edited: what does not fit is left out. */
export function readDebriefBlock(block: Unchecked | null): DebriefBlock {
  if (block === null) return NOTHING_NOTED;
  const { lastAction: number, day } = block;
  return {
    template: TEMPLATES.find((name) => name === block.template) ?? null,
    status: STATUSES.find((name) => name === block.status) ?? null,
    lastAction: typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null,
    day: isMap(day) ? dayOf(day) : null,
    keeps: texts(block.keeps),
    cleared: texts(block.cleared),
    facts: list(block.facts).flatMap((fact) =>
      typeof fact.key === 'string' && typeof fact.text === 'string'
        ? [{ key: fact.key, text: fact.text, is: fact.is }]
        : [],
    ),
    empty: emptyOf(block.empty),
    notes: Object.fromEntries(NOTED_KINDS.map((kind) => [kind, list(block[kind]).filter(isNote)])),
  };
}

const dayOf = ({ is, time, text }: Unchecked): DayNote | null =>
  typeof is === 'string' && isDate(is) && typeof time === 'string' && typeof text === 'string'
    ? { is, time, text }
    : null;

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];

const list = (value: unknown): readonly Unchecked[] => (Array.isArray(value) ? value.filter(isMap) : []);

const isNote = (entry: Unchecked): entry is Note & Unchecked =>
  typeof entry.text === 'string' && (entry.time === undefined || typeof entry.time === 'string');

function emptyOf(value: unknown): EmptySections {
  if (!isMap(value)) return {};
  return Object.fromEntries(
    SECTION_KEYS.flatMap((key) => {
      const told: readonly unknown[] = Array.isArray(value[key]) ? value[key] : [value[key]];
      const said = told.filter((one): one is string | true => one === true || typeof one === 'string');
      return said.length === 0 ? [] : [[key, said] as const];
    }),
  );
}

/** The block as it is written: only what says something. */
export function writeDebriefBlock(block: DebriefBlock): Unchecked {
  const said: [string, unknown][] = [
    ['template', block.template],
    ['status', block.status],
    ['lastAction', block.lastAction],
    ['day', block.day],
    ['keeps', block.keeps],
    ['cleared', block.cleared],
    ['facts', block.facts],
    ['empty', writtenEmpty(block.empty)],
    ...NOTED_KINDS.map((kind): [string, unknown] => [kind, block.notes[kind] ?? []]),
  ];
  return Object.fromEntries(said.filter(([, value]) => saysSomething(value)));
}

export const saysAnything = (block: DebriefBlock): boolean =>
  Object.keys(writeDebriefBlock(block)).length > 0;

/** A section that is there once, as it nearly always is, needs no list. */
const writtenEmpty = (empty: EmptySections): Unchecked =>
  Object.fromEntries(Object.entries(empty).map(([key, told]) => [key, told.length === 1 ? told[0] : told]));

const saysSomething = (value: unknown): boolean =>
  value !== null && (typeof value !== 'object' || Object.keys(value).length > 0);
