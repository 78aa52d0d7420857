import { INLINE_TYPES } from '../../document/readBody.ts';
import type { BodyNode } from '../../document/template.ts';
import { clockText } from '../../time/canonicalTime.ts';
import type { RowTime } from '../../time/rowTime.ts';
import { normalBlocks } from '../normal/normalBlocks.ts';
import { normalForm } from '../normal/normalForms.ts';
import type { NormalPlace } from '../normal/normalInline.ts';
import { tidy } from './cells.ts';
import type { ReadForm } from './readForm.ts';
import { isConverted, type TimeContext } from './timeline/rowTimes.ts';
import { type ShowTime, writeTimeline } from './timeline/writeTimeline.ts';
import { FORM_TYPES, writeForm } from './writeForms.ts';

/**
 * Whether what a block was read as is written as that block again: the same blocks with the same words in the
 * same order. A time that was converted to UTC counts as its original, which stands beside it, and one on a noted day as
 * its clock.
 *
 * @param found a form, and for a list with a timeline at its start the list of the rest
 */
export function keepsWords(
  block: BodyNode,
  { nodes, onNotedDay = [] }: Pick<ReadForm, 'nodes' | 'onNotedDay'>,
  times: TimeContext,
  place: NormalPlace,
): boolean {
  const words = seenIn(block);
  const converted = new Set(words.match(CONVERTED));
  // A time is shown in its original alone where a text of somebody else's has it alone.
  const show: ShowTime = (written, time, row) => {
    if (onNotedDay.includes(row)) return time.asWritten ?? clockAsIn(written, time);
    const isOriginalAlone = isConverted(time) && !converted.has(written.match(CONVERTED)?.[0] ?? '');
    return isOriginalAlone ? (time.asWritten ?? written) : written;
  };
  const written = nodes.map((node) =>
    FORM_TYPES.has(node.type) ? writtenOf(normalForm(node, place), times, show) : node,
  );
  const again = normalBlocks(joinLists(written), place, true);
  return again.length === 1 && again.every((other) => seenIn(other) === words);
}

/** The clock of a time alone, in UTC by name where it is written so. */
function clockAsIn(written: string, time: RowTime): string {
  const clock = clockText(time);
  if (clock === null) return written;
  return written.endsWith(' UTC') ? `${clock} UTC` : clock;
}

/** The end of a time in UTC in front of its original. */
const CONVERTED = /.{5} UTC \(/g;

const writtenOf = (form: BodyNode, times: TimeContext, show: ShowTime): BodyNode =>
  form.type === 'timeline' ? writeTimeline(form, times, show).block : writeForm(form, times).block;

/** A list and the list of its last items as one, where they are of a kind. */
function joinLists([first, ...others]: readonly BodyNode[]): readonly BodyNode[] {
  if (first === undefined) return [];
  return others.every(({ type }) => type === first.type)
    ? [{ ...first, content: [first, ...others].flatMap(({ content = [] }) => content) }]
    : [first, ...others];
}

/** A block's kinds and words, one line for each block in it, without what sets words apart. */
const seenIn = ({ type, content = [] }: BodyNode): string =>
  content.some(({ text, type: inner }) => text !== undefined || INLINE_TYPES.has(inner))
    ? `${type}: ${tidy(content.map(seenInLine).join(''))}`
    : [type, ...content.map(seenIn)].join('\n');

const seenInLine = ({ type, text, attrs }: BodyNode): string => {
  if (text !== undefined) return text;
  return type === 'hardBreak' ? ' ' : JSON.stringify([type, attrs]);
};
