import type { About } from '../document/about.ts';
import type { Facts } from '../document/facts.ts';
import type { BodyNode } from '../document/template.ts';
import type { CarriedDay } from '../time/carriedDay.ts';
import { sectionSaidBy } from './forms/readForms.ts';
import { writeForm } from './forms/writeForms.ts';
import { saidInFront } from './readContent.ts';
import { walkText } from './sections/textPlace.ts';

/** A postmortem as far as it says days for its times. */
interface SaidOfDays extends Pick<About, 'titleLead' | 'frontMatter'> {
  readonly facts: Facts;
  readonly body: readonly BodyNode[];
}

/** TM-16: what stands above a timeline, the block at `index`, says of the day of its first row: title, headings, timelines. */
export function carriedAbove({ body, frontMatter, ...front }: SaidOfDays, index: number): CarriedDay {
  const walk = walkText(body, saidInFront(front, body, frontMatter));
  for (const block of body.slice(0, index)) {
    const { block: written, times } = writeForm(block, walk.here(block).times);
    walk.pass(written, block.type === 'heading' ? sectionSaidBy(block) : null);
    if (written !== block) walk.carry(times);
  }
  return walk.here(body[index] ?? { type: 'paragraph' }).times;
}
