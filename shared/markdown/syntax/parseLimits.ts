import type { Nodes } from 'mdast';
import type { Code, Construct, Extension, TokenizeContext } from 'micromark-util-types';
import { HostError } from '../../contract/errors.ts';
import type { BodyNode } from '../../document/template.ts';

/** Longest text that is parsed, in UTF-16 units; the largest real postmortem seen has 24,000. */
export const LONGEST_TEXT = 4_000_000;

/** Most lines; an empty one takes a parser as long as any other. */
export const MOST_LINES = 300_000;

/** Deepest nesting of block quotes and lists in one line. */
export const DEEPEST_NESTING = 64;

/** Deepest tree, emphasis and links included: a list takes two levels. */
export const DEEPEST_TREE = 4 * DEEPEST_NESTING;

/** Most emphasis marks, brackets, ticks, tags and escapes in one paragraph. */
export const MOST_MARKERS = 5_000;

/** Time for parsing one text, in milliseconds. */
export const PARSE_TIME = 20_000;

const tooLarge = (sentence: string): HostError =>
  new HostError({
    code: 'too-large',
    sentence,
    next: 'Split the file, or remove what is not part of the postmortem, and import it again.',
  });

/**
 * Refuses what is too long or nested too deep, before a parser sees it.
 *
 * @throws HostError `too-large`
 */
export function refuseOversized(text: string): void {
  if (text.length > LONGEST_TEXT) throw tooLarge('The Markdown is longer than 4 million characters.');
  let open: number[] = [];
  let start = 0;
  let lines = 0;
  while (start < text.length) {
    const markers = markersAt(text, start);
    const indent = indentAt(text, start);
    if (indent !== null) open = open.filter((above) => above < indent);
    if (indent !== null && markers > 0) open.push(indent);
    if (markers > DEEPEST_NESTING || open.length > DEEPEST_TREE / 2)
      throw tooLarge(`The Markdown nests quotes and lists more than ${DEEPEST_NESTING} levels deep.`);
    lines += 1;
    if (lines > MOST_LINES) throw tooLarge(`The Markdown has more than ${MOST_LINES} lines.`);
    start = lineEnd(text, start) + 1;
  }
}

const INDENT = /[ \t]*(?=[^ \t\n])/y;

/** How far a line is indented, in characters; null for a line of white space. */
function indentAt(text: string, start: number): number | null {
  INDENT.lastIndex = start;
  return INDENT.exec(text)?.[0].length ?? null;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

/** A quote's mark, a bullet or an item's number. */
const MARKER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/y;

/** How many block quotes and items a line begins with, as far as it matters. */
function markersAt(text: string, start: number): number {
  MARKER.lastIndex = start;
  let markers = 0;
  while (markers <= DEEPEST_NESTING && MARKER.test(text)) markers += 1;
  return markers;
}

/**
 * Refuses a tree that is too deep for what is made of it: lists can also be nested line by line.
 *
 * @throws HostError `too-large`
 */
export function refuseDeep(root: Nodes): void {
  let level: readonly Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST_TREE) throw tooLarge('The Markdown nests quotes, lists and emphasis too deep.');
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
}

/**
 * Refuses to write what is nested so deep that nothing could read it again.
 *
 * @throws HostError `too-large`
 */
export function refuseDeepBody(body: readonly BodyNode[]): void {
  let level = body;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST_TREE) throw tooDeepToWrite();
    level = level.flatMap(({ content = [] }) => content);
  }
}

const tooDeepToWrite = (): HostError =>
  new HostError({
    code: 'too-large',
    sentence: 'The postmortem nests quotes and lists deeper than Markdown can be read back.',
    next: 'Move the innermost quotes and lists out of the others, and export it again.',
  });

/**
 * A micromark extension that parses nothing. It looks at the clock at the start of every line and at every
 * marker, and counts the markers of a paragraph, since pairing them takes time that grows with their square:
 * so no input keeps a window or a host busy for much longer than {@link PARSE_TIME}.
 */
export function parseDeadline(now: () => number = Date.now): Extension {
  const end = now() + PARSE_TIME;
  const markersOf = new WeakMap<TokenizeContext, number>();
  const refuseLate = (): void => {
    if (now() > end) throw tooLarge(`The Markdown takes longer than ${PARSE_TIME / 1_000} seconds to read.`);
  };
  const atLine: Construct = {
    name: 'deadline',
    add: 'before',
    tokenize: (_effects, _ok, nok) => {
      refuseLate();
      return (code: Code) => nok(code);
    },
  };
  const atMarker: Construct = {
    name: 'markerCount',
    add: 'before',
    // By itself it is no reason to stop at a character: it only looks on where another construct is tried.
    previous: () => false,
    tokenize(_effects, _ok, nok) {
      refuseLate();
      const markers = (markersOf.get(this) ?? 0) + 1;
      markersOf.set(this, markers);
      if (markers > MOST_MARKERS)
        throw tooLarge(`One paragraph of the Markdown has more than ${MOST_MARKERS} marks.`);
      return (code: Code) => nok(code);
    },
  };
  const atMarkers = Object.fromEntries([...'*_~[]!<`&\\'].map((char) => [char.charCodeAt(0), atMarker]));
  return { flow: { null: atLine }, text: atMarkers };
}
