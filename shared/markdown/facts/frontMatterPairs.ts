import { parse } from 'yaml';
import { tomlIn } from '../block/frontMatter.ts';

/** A label and what is said under it. */
export type Pair = readonly [label: string, value: string];

/** Longest front matter that is read for facts, in UTF-16 units. */
const LONGEST_FRONT = 20_000;

/** What was read last: one text is asked for many times. */
let lastRead: { readonly frontMatter: string; readonly pairs: ReadPairs } | null = null;

/** A pair, and the keys of the maps that it is nested in, from the outermost. */
export interface PlacedPair {
  readonly pair: Pair;
  readonly within: readonly string[];
}

/** The pairs at the top of front matter, and those in what it nests. */
interface ReadPairs {
  readonly top: readonly Pair[];
  readonly nested: readonly PlacedPair[];
}

const NO_PAIRS: ReadPairs = { top: [], nested: [] };

/** The keys of front matter with a value that is a text or a number, or a list of them or of maps with a name. */
export const frontMatterPairs = (frontMatter: string | null): readonly Pair[] => pairsIn(frontMatter).top;

/** The same with those that it nests in others. */
export function allFrontMatterPairs(frontMatter: string | null): readonly PlacedPair[] {
  const { top, nested } = pairsIn(frontMatter);
  return [...top.map((pair) => ({ pair, within: [] })), ...nested];
}

function pairsIn(frontMatter: string | null): ReadPairs {
  if (frontMatter === null || frontMatter.length > LONGEST_FRONT) return NO_PAIRS;
  if (lastRead?.frontMatter !== frontMatter) lastRead = { frontMatter, pairs: pairsOf(frontMatter) };
  return lastRead.pairs;
}

function pairsOf(frontMatter: string): ReadPairs {
  const toml = tomlIn(frontMatter);
  return toml === null ? pairsOfYaml(frontMatter) : pairsOfToml(toml);
}

/** A key of TOML with a text in one line, a number or a date. */
const TOML_PAIR = /^([\w-]+)\s*=\s*(?:"([^"\\]*)"|'([^']*)'|([-+]?\d[\w:.+-]*(?: [\d:]+)?))\s*(?:#.*)?$/;

/** The simple keys in front of the first table, and those of the tables. */
function pairsOfToml(toml: string): ReadPairs {
  const lines = toml.split('\n');
  const table = lines.findIndex((line) => /^\s*\[/.test(line));
  const top = table === -1 ? lines.length : table;
  let within: readonly string[] = [];
  const nested = lines.slice(top).flatMap((line) => {
    const [, table] = TOML_TABLE.exec(line) ?? [];
    within = table === undefined ? within : table.split('.');
    return pairOfToml(line).map((pair): PlacedPair => ({ pair, within }));
  });
  return { top: lines.slice(0, top).flatMap(pairOfToml), nested };
}

/** `[incident.times]` */
const TOML_TABLE = /^\s*\[{1,2}([\w.-]+)\]/;

function pairOfToml(line: string): readonly Pair[] {
  const [, key, quoted, literal, bare] = TOML_PAIR.exec(line.trim()) ?? [];
  const value = quoted ?? literal ?? bare;
  return key === undefined || value === undefined ? [] : [[key, value]];
}

function pairsOfYaml(frontMatter: string): ReadPairs {
  let values: unknown;
  try {
    values = parse(frontMatter, { maxAliasCount: 0 });
  } catch {
    // Front matter that is no YAML is kept as it is, and says no facts.
    return NO_PAIRS;
  }
  return { top: pairsOfMap(values), nested: pairsWithin(values, []) };
}

function pairsOfMap(values: unknown): readonly Pair[] {
  if (values === null || typeof values !== 'object') return [];
  return Object.entries(values).flatMap(([key, value]): readonly Pair[] => {
    const words = Array.isArray(value) ? wordsOfList(value) : value;
    return typeof words === 'string' || typeof words === 'number' ? [[key, String(words)]] : [];
  });
}

/** A list as words: of a map in it its name. Null where a member is anything else that holds others. */
function wordsOfList(members: readonly unknown[]): string | null {
  const words = members.map((member) => {
    if (member === null || typeof member !== 'object') return member;
    return 'name' in member && typeof member.name === 'string' ? member.name : undefined;
  });
  return words.includes(undefined) ? null : words.join(', ');
}

/** The pairs of the maps and lists that a value holds, in any depth. */
function pairsWithin(value: unknown, within: readonly string[]): readonly PlacedPair[] {
  if (value === null || typeof value !== 'object') return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, inner]): readonly PlacedPair[] => {
    if (inner === null || typeof inner !== 'object') return [];
    const place = isList ? within : [...within, key];
    return [...pairsOfMap(inner).map((pair) => ({ pair, within: place })), ...pairsWithin(inner, place)];
  });
}
