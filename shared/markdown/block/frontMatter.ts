import { parse } from 'yaml';
import { isDebriefBlock } from './debriefBlock.ts';

/** The key in the front matter under which what Markdown cannot show is kept. */
const OUR_KEY = 'debrief';

export interface FrontMatter {
  /** The lines that are not ours, as they are written; null when there are none. */
  readonly foreign: string | null;
  /** What our key holds, not checked; null when it is not there. */
  readonly ours: Readonly<Record<string, unknown>> | null;
}

/**
 * Parts front matter line by line, so that what is not ours stays as it is written, even if it is no YAML.
 * Our key is the last one of its name that holds a block of ours.
 */
export function partFrontMatter(source: string): FrontMatter {
  const lines = source.split('\n');
  for (let start = lines.length - 1; start >= 0; start -= 1) {
    if (!lines[start]?.startsWith(`${OUR_KEY}:`)) continue;
    const end = endOfKey(lines, start);
    const ours = mapIn(lines.slice(start, end).join('\n'));
    if (ours !== null && isDebriefBlock(ours))
      return { foreign: joined([...lines.slice(0, start), ...lines.slice(end)]), ours };
  }
  return { foreign: joined(lines), ours: null };
}

/** The line after the last one that is indented under a key. */
function endOfKey(lines: readonly string[], start: number): number {
  let end = start + 1;
  while (end < lines.length && /^(?:\s|$)/.test(lines[end] ?? '')) end += 1;
  while (end > start + 1 && lines[end - 1]?.trim() === '') end -= 1;
  return end;
}

const joined = (lines: readonly string[]): string | null => {
  const text = lines.join('\n').replace(/^\n+|\n+$/g, '');
  return text.trim() === '' ? null : text;
};

function mapIn(source: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = parse(source, { maxAliasCount: 0 });
    const ours = value !== null && typeof value === 'object' ? Object.values(value)[0] : null;
    return ours !== null && typeof ours === 'object' && !Array.isArray(ours)
      ? (ours as Record<string, unknown>)
      : null;
  } catch {
    // Not YAML after all: the lines stay somebody else's.
    return null;
  }
}

/** Front matter of both; null when there is nothing to say. */
export function joinFrontMatter(
  foreign: string | null,
  ours: Readonly<Record<string, unknown>>,
): string | null {
  const block = Object.keys(ours).length === 0 ? null : ourLines(ours);
  const parts = [foreign, block].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('\n');
}

/** Our key with one line for each thing that is noted. */
function ourLines(ours: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(ours).flatMap(([key, value]) =>
    Array.isArray(value)
      ? [`  ${key}:`, ...value.map((entry) => `    - ${inOneLine(entry)}`)]
      : [`  ${key}: ${inOneLine(value)}`],
  );
  return [`${OUR_KEY}:`, ...lines].join('\n');
}

/** A value in YAML's flow form, on one line: texts are quoted, and every control character escaped. */
function inOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .map(([key, inner]) => `${PLAIN_KEY.test(key) ? key : quoted(key)}: ${inOneLine(inner)}`)
      .join(', ')}}`;
  return typeof value === 'string' ? quoted(value) : String(value);
}

const PLAIN_KEY = /^[A-Za-z][A-Za-z]*$/;

const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
