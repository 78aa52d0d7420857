import type { Node } from '@tiptap/pm/model';
import type { Surroundings } from '../../rows/surroundings.ts';

/** A word with a capital that does not begin a sentence. */
const WITHIN_SENTENCE = /(?<=[\p{Ll}\p{N},;] )\p{Lu}\p{Ll}+/gu;

/** The words that a chain writes as names: in code, or with a capital within a sentence. */
export function chainNames(chain: Node): readonly string[] {
  const names: string[] = [];
  chain.descendants((node) => {
    if (node.isTextblock) names.push(...(node.textContent.match(WITHIN_SENTENCE) ?? []));
    if (node.marks.some(({ type }) => type.name === 'code')) names.push(...wordsOf(node.text ?? ''));
  });
  return names;
}

/** The words of the names that the facts and rows of the document hold. */
export const documentNames = ({ people, facts }: Pick<Surroundings, 'people' | 'facts'>): readonly string[] =>
  [...people, ...facts.tenants, ...facts.services, ...facts.regions].flatMap(wordsOf);

const wordsOf = (text: string): readonly string[] => text.split(/\s+/);
