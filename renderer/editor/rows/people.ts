import type { Facts } from '../../../shared/document/facts.ts';
import type { Option } from '../../ui/listbox/option.ts';
import { plainText } from '../../ui/typing/plainText.ts';

/** Everybody whom the document names, once: the roles of its header first, then `others` in their order. */
export function peopleOf(facts: Facts, others: readonly (string | null)[]): readonly string[] {
  const { commander, primary, secondary, recorder, author } = facts;
  const byName = new Map<string, string>();
  for (const name of [commander, primary, secondary, recorder, author, ...others]) {
    const trimmed = name?.trim() ?? '';
    const plain = plainText(trimmed);
    if (trimmed !== '' && !byName.has(plain)) byName.set(plain, trimmed);
  }
  return [...byName.values()];
}

/** The people who are offered where `typed` stands: what is being typed there completes nothing. */
export const peopleToOffer = (people: readonly string[], typed: string | null): readonly Option[] =>
  people.filter((name) => name !== typed?.trim()).map((name) => ({ value: name, label: name }));
