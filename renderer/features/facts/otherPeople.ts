import type { Facts, TextFact } from '../../../shared/document/facts.ts';
import { PERSON_FACTS } from './words.ts';

/** The people whom the other facts name, once each: what is being typed into a fact completes nothing. */
export function otherPeople(facts: Facts, own: TextFact): readonly string[] {
  const names = PERSON_FACTS.filter(({ fact }) => fact !== own).map(({ fact }) => facts[fact]);
  return [...new Set(names.filter((name) => name !== null))];
}
