import type { RootContent, Yaml } from 'mdast';
import { parse } from 'yaml';
import type { Toml } from '../syntax/parseMdast.ts';
import { isDebriefBlock } from './debriefBlock.ts';

/** The key in the front matter under which what Markdown cannot show is kept. */
const OUR_KEY = 'debrief';

export interface FrontMatter {
  /** The lines that are not ours, as they are written, those of TOML between their fences; null for none. */
  readonly foreign: string | null;
  /** What our key holds, not checked; null when it is not there. */
  readonly ours: Readonly<Record<string, unknown>> | null;
}

/** What the front matter of a text says, when its first node is some. */
export function frontMatterOf(node: RootContent | undefined): FrontMatter {
  if (node?.type === 'yaml') return partYaml(node.value);
  return node?.type === 'toml' ? partToml(node.value) : { foreign: null, ours: null };
}

/**
 * Parts front matter line by line, so that what is not ours stays as it is written, even if it is no YAML.
 * Our key is the last one of its name that holds a block of ours.
 */
function partYaml(source: string): FrontMatter {
  const lines = source.split('\n');
  for (let start = lines.length - 1; start >= 0; start -= 1) {
    if (!lines[start]?.startsWith(`${OUR_KEY}:`)) continue;
    const end = endOfKey(lines, start);
    const ours = mapIn(lines.slice(start, end).join('\n'));
    if (ours !== null && isDebriefBlock(ours))
      return { foreign: joined([...lines.slice(0, start), ...lines.slice(end)]), ours };
  }
  return partComments(lines);
}

function partToml(source: string): FrontMatter {
  const { foreign, ours } = partComments(source.split('\n'));
  return { foreign: foreign === null ? null : `${FENCE}\n${foreign}\n${FENCE}`, ours };
}

/**
 * Parts front matter that no key of YAML could be added to: our key stands in comments at its end, each line of it
 * in one.
 */
function partComments(lines: readonly string[]): FrontMatter {
  const start = lines.lastIndexOf(`${COMMENT}${OUR_KEY}:`);
  const own = start === -1 ? [] : lines.slice(start);
  const isOwn = own.length > 0 && own.every((line) => line.startsWith(COMMENT));
  const ours = isOwn ? mapIn(own.map((line) => line.slice(COMMENT.length)).join('\n')) : null;
  const isOurs = ours !== null && isDebriefBlock(ours);
  return { foreign: joined(isOurs ? lines.slice(0, start) : lines), ours: isOurs ? ours : null };
}

const COMMENT = '# ';
const FENCE = '+++';

/** The lines of front matter that is kept as TOML, between its fences; null when it is YAML. */
export function tomlIn(foreign: string): string | null {
  const [first, ...lines] = foreign.split('\n');
  const last = lines.pop();
  return first === FENCE && last === FENCE && !lines.includes(FENCE) ? lines.join('\n') : null;
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
): Yaml | Toml | null {
  const block = Object.keys(ours).length === 0 ? [] : ourLines(ours);
  const comments = block.map((line) => `${COMMENT}${line}`);
  const toml = foreign === null ? null : tomlIn(foreign);
  if (toml !== null) return { type: 'toml', value: [toml, ...comments].join('\n') };
  if (foreign === null) return block.length === 0 ? null : { type: 'yaml', value: block.join('\n') };
  const own = block.length === 0 || takesKey(foreign) ? block : comments;
  return { type: 'yaml', value: [foreign, ...own].join('\n') };
}

/** Whether lines of YAML are a map that takes our key as one more: not a list, not one in braces, not with our name. */
function takesKey(foreign: string): boolean {
  try {
    const value: unknown = parse(`${foreign}\n${OUR_KEY}: 0`, { maxAliasCount: 0 });
    return value !== null && typeof value === 'object' && OUR_KEY in value;
  } catch {
    return false;
  }
}

/** Our key with one line for each thing that is noted. */
function ourLines(ours: Readonly<Record<string, unknown>>): readonly string[] {
  const lines = Object.entries(ours).flatMap(([key, value]) =>
    Array.isArray(value)
      ? [`  ${key}:`, ...value.map((entry) => `    - ${inOneLine(entry)}`)]
      : [`  ${key}: ${inOneLine(value)}`],
  );
  return [`${OUR_KEY}:`, ...lines];
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
