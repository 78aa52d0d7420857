import { parse } from 'yaml';
import { tomlIn } from '../block/frontMatter.ts';

/** A label and what is said under it. */
export type Pair = readonly [label: string, value: string];

/** Longest front matter that is read for facts, in UTF-16 units. */
const LONGEST_FRONT = 20_000;

/** What was read last: one text is asked for many times. */
let lastRead: { readonly frontMatter: string; readonly pairs: readonly Pair[] } | null = null;

/** The keys of front matter with a value that is a text or a number, or a list of them. */
export function frontMatterPairs(frontMatter: string | null): readonly Pair[] {
  if (frontMatter === null || frontMatter.length > LONGEST_FRONT) return [];
  if (lastRead?.frontMatter !== frontMatter) lastRead = { frontMatter, pairs: pairsOf(frontMatter) };
  return lastRead.pairs;
}

function pairsOf(frontMatter: string): readonly Pair[] {
  const toml = tomlIn(frontMatter);
  return toml === null ? pairsOfYaml(frontMatter) : pairsOfToml(toml);
}

/** A key of TOML with a text in one line, a number or a date. */
const TOML_PAIR = /^([\w-]+)\s*=\s*(?:"([^"\\]*)"|'([^']*)'|([-+]?\d[\w:.+-]*(?: [\d:]+)?))\s*(?:#.*)?$/;

/** The simple keys in front of the first table. */
function pairsOfToml(toml: string): readonly Pair[] {
  const lines = toml.split('\n');
  const table = lines.findIndex((line) => /^\s*\[/.test(line));
  return lines.slice(0, table === -1 ? lines.length : table).flatMap((line): readonly Pair[] => {
    const [, key, quoted, literal, bare] = TOML_PAIR.exec(line.trim()) ?? [];
    const value = quoted ?? literal ?? bare;
    return key === undefined || value === undefined ? [] : [[key, value]];
  });
}

function pairsOfYaml(frontMatter: string): readonly Pair[] {
  let values: unknown;
  try {
    values = parse(frontMatter, { maxAliasCount: 0 });
  } catch {
    // Front matter that is no YAML is kept as it is, and says no facts.
    return [];
  }
  if (values === null || typeof values !== 'object') return [];
  return Object.entries(values).flatMap(([key, value]): readonly Pair[] => {
    const words = Array.isArray(value) ? value.join(', ') : value;
    return typeof words === 'string' || typeof words === 'number' ? [[key, String(words)]] : [];
  });
}
