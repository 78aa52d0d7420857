import type { BodyNode } from '../document/template.ts';
import { isInstant } from '../time/instant.ts';
import { wholeTime } from '../time/original.ts';
import type { RowTime } from '../time/rowTime.ts';
import { saysMore } from '../time/writtenTime.ts';
import { sectionSaidBy } from './forms/readForms.ts';
import { settleTimes } from './forms/timeline/dateStyle.ts';
import { type Heads, inColumns } from './forms/timeline/dayColumn.ts';
import type { TimeContext } from './forms/timeline/rowTimes.ts';
import { writeForm } from './forms/writeForms.ts';
import type { PostmortemContent } from './postmortemContent.ts';
import { saidInFront } from './readContent.ts';
import { type SaidInFront, type TextWalk, walkText } from './sections/textPlace.ts';

/** The body with its forms as they are written, one block at a time. */
export function writtenForms(body: readonly BodyNode[], front: SaidInFront): BodyNode[] {
  const walk = walkText(body, front);
  return body.map((block) => writtenBlock(block, walk));
}

function writtenBlock(block: BodyNode, walk: TextWalk): BodyNode {
  if (block.type === 'heading') {
    walk.pass(block, sectionSaidBy(block));
    const { section: _, ...attrs } = block.attrs ?? {};
    return { ...block, attrs };
  }
  const { block: written, times } = writeForm(block, walk.here(block).times);
  walk.pass(written, null);
  if (written !== block) walk.carry(times);
  return written;
}

/** Times as they stand in the column of a table that is a block of a postmortem. */
export interface ColumnOfTimes {
  /** The place of the table among the blocks of the body. */
  readonly block: number;
  readonly heads: Heads;
  readonly texts: readonly string[];
  /** The blocks of the event beside each time, as they stand in the timeline. */
  readonly events: readonly (readonly BodyNode[])[];
  /** `YYYY-MM-DD` where the postmortem says nothing of a day. */
  readonly today: string;
}

/** A postmortem as far as it says days and zones for its times. */
type SaidOfTimes = Pick<PostmortemContent, 'facts' | 'titleLead' | 'frontMatter' | 'body'>;

/** TM-16: what stands above a block, and in front of the text, says of the times in it. */
export function timesAbove({ body, frontMatter, ...front }: SaidOfTimes, block: number): TimeContext {
  const walk = walkText(body, saidInFront(front, body, frontMatter));
  for (const before of body.slice(0, block)) writtenBlock(before, walk);
  return walk.here(body[block] ?? { type: 'paragraph' }).times;
}

/** TM-16: reads times as an import of the whole postmortem would read them in that place. */
export function timesInPlace(
  content: SaidOfTimes,
  { block, heads, texts, events, today }: ColumnOfTimes,
): readonly RowTime[] {
  const times = inColumns(heads, onSomeDay(timesAbove(content, block), today));
  return settleTimes({ texts, events, days: [], gone: [] }, null, times).times.map((time) =>
    saysAll(time) ? { ...time, asWritten: null } : time,
  );
}

/** Whether a time says all that its words do: a day that it took is shown, and a remark is not. */
function saysAll({ at, unsettled, zone, asWritten }: RowTime): boolean {
  const written = asWritten === null ? null : wholeTime(asWritten);
  const isClock = unsettled === null && zone === null && isInstant(at ?? '');
  return isClock && written !== null && !saysMore(written);
}

/** What nothing has said a day for is of today; where a day is in doubt it stays so. */
const onSomeDay = (times: TimeContext, today: string): TimeContext =>
  times.carryDate === null && (times.lastDay ?? null) === null ? { ...times, carryDate: today } : times;
