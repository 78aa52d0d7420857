import { textOf } from '../../document/readBody.ts';
import type { BodyNode } from '../../document/template.ts';
import { pairsInColumns } from '../facts/factTable.ts';
import { zoneInHeading, zoneStatedAmong, zoneStatedIn } from './statedZones.ts';

/** A paragraph that does for a timeline what a heading does: `**Timeline:**`. */
const ANNOUNCES = /^\W*timeline\b.{0,40}$/i;

/** A line that announces a timeline. */
export const announcesTimeline = (text: string): boolean => ANNOUNCES.test(text);

/**
 * The zone that a block states for the times below it, or null: in prose, in an item of a list, `- Timezone: CET` or
 * `- All times in CET`, or in a table of facts.
 */
export function zoneInBlock(block: BodyNode): string | null {
  switch (block.type) {
    case 'heading':
      return zoneInHeading(textOf(block));
    case 'paragraph':
    case 'blockquote':
      return announcesTimeline(textOf(block)) ? zoneInHeading(textOf(block)) : zoneStatedIn(textOf(block));
    case 'bulletList':
    case 'orderedList':
      return zoneAmongLines(
        (block.content ?? []).map(({ content: [first] = [] }) => (first ? textOf(first) : '')),
      );
    case 'table':
      return zoneAmongLines(linesOfTable(block));
    default:
      return null;
  }
}

/** The zone other than UTC that a text states anywhere, in its blocks or its front matter; null for none. */
export function zoneOfText(blocks: readonly BodyNode[], inFrontMatter: string | null): string | null {
  const zone = zoneStatedAmong([inFrontMatter, ...blocks.map(zoneInBlock)]);
  return zone === 'UTC' ? null : zone;
}

const STATES_ZONE =
  /^\W*(?:(?:time ?zone|zeitzone|fuseau horaire|zona horaria|fuso horário)\s*[:=(–—-]|(?:all|alle|toutes|tous|todas|todos)\s)/iu;

/** Lines that begin with a number are those of a timeline, whose words are of what happened. */
function zoneAmongLines(lines: readonly string[]): string | null {
  if (lines.some((line) => /^\W*\d/.test(line))) return null;
  return zoneStatedAmong(lines.filter((line) => STATES_ZONE.test(line)).map(zoneStatedIn));
}

/** `label: value` of its rows, or of the columns of a table with a head and one row. */
function linesOfTable({ content = [] }: BodyNode): readonly string[] {
  const rows = content.map((row) => (row.content ?? []).map(textOf));
  const columns = rows.length === 2 ? pairsInColumns(rows) : [];
  return [...rows, ...columns].map(
    ([label = '', value = '']) => `${label.trim().replace(/:$/, '')}: ${value}`,
  );
}
