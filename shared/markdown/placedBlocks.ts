import type { BodyNode } from '../document/template.ts';
import { sectionSaidBy } from './forms/readForms.ts';
import { type SaidInFront, type TextPlace, walkText } from './sections/textPlace.ts';

/** A block of a postmortem that was read, and what its text had said before it. */
export interface PlacedBlock {
  readonly block: BodyNode;
  readonly place: TextPlace;
}

export function placedBlocks(body: readonly BodyNode[], said: SaidInFront): readonly PlacedBlock[] {
  const walk = walkText(body, said);
  return body.map((block) => {
    const place = walk.here(block);
    walk.pass(block, block.type === 'heading' ? sectionSaidBy(block) : null);
    return { block, place };
  });
}
