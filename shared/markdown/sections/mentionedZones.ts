import { textOf } from '../../document/readBody.ts';
import type { BodyNode } from '../../document/template.ts';
import { mentionedZone, zoneBehindClock } from '../../time/mentionedZone.ts';
import { zoneAlone } from '../../time/zoneAlone.ts';
import { oncePerBlock } from './oncePerBlock.ts';
import { withoutTags } from './withoutTags.ts';

/** The zones other than UTC that a text names without saying that its times are in them (TM-32). */
export interface MentionedZones {
  /** In a block above times; lists and tables of times are none of it. */
  readonly inBlock: (block: BodyNode) => string | null;
  /** In short lines of blocks that may stand below the times. */
  readonly inLinesOf: (blocks: readonly BodyNode[]) => string | null;
  /** Behind a clock anywhere in prose. */
  readonly behindClock: () => string | null;
}

/** Longest line that may speak of times above it, as below a table. */
const LONGEST_FOOTER = 80;
const PROSE: ReadonlySet<string> = new Set([
  'heading',
  'paragraph',
  'blockquote',
  'rawBlock',
  'codeBlock',
  'footnote',
]);
const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList', 'table']);
const BEGINS_WITH_TIME =
  /^[^\p{L}\d\n]*(?:\d{1,2}[:.h]\d{2}|\d{4}[-/]\d|\d{1,2}\s?[ap]\.?m\b|\d{3,4}(?!\d)|\?\?)/imu;
const UTC = /\b(?:UTC|GMT)\b(?!\s?[+\-−]\s?\d)/;

export function mentionedZones(blocks: readonly BodyNode[]): MentionedZones {
  const footnotes = new Map(
    blocks.flatMap((block) =>
      block.type === 'footnote' ? [[String(block.attrs?.label ?? ''), seenText(block)] as const] : [],
    ),
  );
  const withNotes = (block: BodyNode, labels: readonly string[]): string =>
    [seenText(block), ...labels.map((label) => footnotes.get(label) ?? '')].join('\n');
  const prose = blocks.filter(({ type }) => PROSE.has(type));
  return {
    inBlock: (block) => {
      if (!PROSE.has(block.type) && !LISTS.has(block.type)) return null;
      const labels = labelsIn(block);
      return labels.length === 0 ? zoneOfBlock(block) : zoneOf(block, withNotes(block, labels));
    },
    inLinesOf: (some) => {
      for (const block of some) {
        if (!PROSE.has(block.type) || block.type === 'heading' || block.type === 'codeBlock') continue;
        const labels = labelsIn(block);
        const zone = labels.length === 0 ? zoneOfFooter(block) : zoneInFooter(withNotes(block, labels));
        if (zone !== null) return zone;
      }
      return null;
    },
    behindClock: () => {
      if (prose.some(namesUtc)) return null;
      return prose.reduce<string | null>((found, block) => found ?? zoneBehindClockOf(block), null);
    },
  };
}

const zoneOf = (block: BodyNode, text: string): string | null =>
  isOfTimes(block, text) ? zoneOfDayIn(text) : mentionedZone(text);
const zoneInFooter = (text: string): string | null =>
  text.length > LONGEST_FOOTER || CLOCK.test(text) ? null : mentionedZone(text);

const zoneOfBlock = oncePerBlock((block) => zoneOf(block, seenText(block)));
const zoneOfFooter = oncePerBlock((block) => zoneInFooter(seenText(block)));
const namesUtc = oncePerBlock((block) => UTC.test(seenText(block)));
const zoneBehindClockOf = oncePerBlock((block) => {
  const text = seenText(block);
  return /\d/.test(text) ? zoneBehindClock(text) : null;
});

const CLOCK = /\d[:.h]\d\d/;

/** Lines that begin with times are themselves a timeline. */
const isOfTimes = ({ type }: BodyNode, text: string): boolean =>
  LISTS.has(type) ? BEGINS_WITH_TIME.test(text) : type === 'paragraph' && allBeginWithTime(text);

/** Of the lines of a list or table of times, one that is a zone, or a day and its zone. */
function zoneOfDayIn(text: string): string | null {
  const lines = text.split('\n').filter((line) => !CLOCK.test(line));
  return mentionedZone(lines.filter((line) => zoneAlone(line) !== null).join('\n'));
}

const allBeginWithTime = (text: string): boolean => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => BEGINS_WITH_TIME.test(line));
};

/** What a reader sees of a block, without the tags of HTML, and what its pictures say instead; a row of a table is a line. */
export const seenText = oncePerBlock(readSeenText);

function readSeenText(block: BodyNode): string {
  if (block.type === 'table')
    return (block.content ?? []).map(({ content = [] }) => content.map(textOf).join(' | ')).join('\n');
  const text = block.type === 'rawBlock' ? textOf(block).replace(/<!--|-->/g, '\n') : textOf(block);
  return [withoutTags(text), ...picturesIn(block)].join('\n');
}

const picturesIn = ({ type, attrs, content = [] }: BodyNode): readonly string[] =>
  type === 'image' ? [String(attrs?.alt ?? ''), String(attrs?.title ?? '')] : content.flatMap(picturesIn);

const readLabelsIn = ({ type, attrs, content = [] }: BodyNode): readonly string[] =>
  type === 'footnoteReference' ? [String(attrs?.label ?? '')] : content.flatMap(readLabelsIn);
const labelsIn = oncePerBlock(readLabelsIn);
