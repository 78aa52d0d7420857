import type { Node } from '@tiptap/pm/model';
import { groundOf } from './chain.ts';
import { chainNames } from './chainNames.ts';
import { suggestedQuestion } from './suggestedQuestion.ts';

/**
 * The question suggested for the empty one before which `position` lies; null where there is none to suggest.
 *
 * @param names words that are names, beside those that the chain itself shows to be some
 */
export function suggestionAt(doc: Node, position: number, names: readonly string[]): string | null {
  const place = doc.resolve(position);
  const question = place.nodeAfter;
  if (question === null || question.content.size > 0 || place.parent.type.name !== 'why') return null;
  const depth = place.depth - 1;
  const chain = place.node(depth);
  return suggestedQuestion(groundOf(chain, place.index(depth)), new Set([...names, ...chainNames(chain)]));
}
