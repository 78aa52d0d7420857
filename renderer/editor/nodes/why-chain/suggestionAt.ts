import type { Node } from '@tiptap/pm/model';
import { groundOf } from './chain.ts';
import { suggestedQuestion } from './suggestedQuestion.ts';

/** The question suggested for the empty one before which `position` lies; null where there is none to suggest. */
export function suggestionAt(doc: Node, position: number): string | null {
  const place = doc.resolve(position);
  const question = place.nodeAfter;
  if (question === null || question.content.size > 0 || place.parent.type.name !== 'why') return null;
  const depth = place.depth - 1;
  return suggestedQuestion(groundOf(place.node(depth), place.index(depth)));
}
