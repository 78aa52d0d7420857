import { textOf } from '../../document/readBody.ts';
import type { BodyNode } from '../../document/template.ts';
import { pairsInColumns } from '../facts/factTable.ts';
import { sourceOf, writtenEvent } from '../forms/timeline/rowParts.ts';
import { timeOfAttrs } from '../forms/timeline/rowTimes.ts';
import { oncePerBlock } from './oncePerBlock.ts';
import { zoneInHeading, zoneInLine, zoneStatedAmong, zoneStatedIn } from './statedZones.ts';
import { withoutTags } from './withoutTags.ts';

/** A paragraph that does for a timeline what a heading does: `**Timeline:**`. */
const ANNOUNCES = /^\W*timeline\b.{0,40}$/i;

/** A line that announces a timeline. */
export const announcesTimeline = (text: string): boolean => ANNOUNCES.test(text);

/**
 * The zone that a block states for the times below it, or null: in prose, in an item of a list, `- Timezone: CET` or
 * `- All times in CET`, or in a row of a table. What a timeline states holds for its own times too.
 */
export const zoneInBlock = oncePerBlock(readZoneIn);

function readZoneIn(block: BodyNode): string | null {
  const { content = [] } = block;
  switch (block.type) {
    case 'heading':
      return zoneInHeading(textOf(block));
    case 'paragraph':
    case 'blockquote':
      return announcesTimeline(textOf(block)) ? zoneInHeading(textOf(block)) : zoneInLine(textOf(block));
    case 'footnote':
      return zoneInLine(textOf(block));
    case 'rawBlock':
      return zoneStatedIn(shownText(textOf(block)));
    case 'bulletList':
    case 'orderedList':
      return zoneAmongLines(content.map((item) => startOf(item.content)));
    case 'table':
      return zoneAmongLines(linesOfTable(content.map((row) => (row.content ?? []).map(textOf))));
    case 'timeline':
      return zoneAmongLines(content.map(lineOfRow));
    default:
      return null;
  }
}

/** Whether an item's line states the zone of times, UTC or another one. */
export const statesZone = (item: readonly BodyNode[]): boolean => zoneOfItem(startOf(item)) !== null;

/**
 * The zone that a text states for all of its times: another one than UTC anywhere, in its blocks or its front matter, or
 * `UTC` outside of headings and timelines, which speak for theirs alone; null for none.
 */
export function zoneOfText(blocks: readonly BodyNode[], inFrontMatter: string | null): string | null {
  const zones = blocks.flatMap((block) => {
    const zone = zoneInBlock(block);
    return zone === 'UTC' && (block.type === 'heading' || block.type === 'timeline') ? [] : (zone ?? []);
  });
  return zoneStatedAmong([inFrontMatter, ...zones]);
}

const startOf = ([first]: readonly BodyNode[] = []): string => (first === undefined ? '' : textOf(first));

const zoneAmongLines = (lines: readonly string[]): string | null => zoneStatedAmong(lines.map(zoneOfItem));

const STATES_ZONE =
  /^\W*(?:(?:time ?zone|tz|zeitzone|fuseau horaire|zona horaria|fuso horário)\s*[:=(–—-]|(?:all|alle|toutes|tous|todas|todos)\s)/iu;

/** A line that begins with a time is one of what happened. */
const zoneOfItem = (line: string): string | null => (STATES_ZONE.test(line) ? zoneStatedIn(line) : null);

/** What a reader sees of HTML: no comments, which nobody sees, and no tags. */
export const shownText = (html: string): string => withoutTags(html.replace(/<!--.*?(?:-->|$)/gs, '\n'));

/** `label: value` of a table's rows, or of the columns of one with a head and one row. */
function linesOfTable(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = rows.length === 2 ? pairsInColumns(rows) : [];
  return [...rows, ...columns].map(lineOfCells);
}

function lineOfCells(cells: readonly string[]): string {
  const [label = '', value = ''] = cells.map((text) => text.trim()).filter((text) => text !== '');
  return `${label.replace(/:$/, '')}: ${value}`;
}

function lineOfRow(row: BodyNode): string {
  const { at, asWritten } = timeOfAttrs(row.attrs ?? {});
  return lineOfCells([asWritten ?? at ?? '', startOf(writtenEvent(row)), sourceOf(row).map(textOf).join('')]);
}
