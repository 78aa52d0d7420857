import { type Facts, SET_FACTS, TEXT_FACTS } from '../../document/facts.ts';
import { tidy } from '../forms/cells.ts';
import { keptText } from '../normal/normalInline.ts';
import { NO_FACTS } from './factLines.ts';

/** Facts in normal form: one line each, members once, and told only of tenants that are affected. */
export function normalFacts(facts: Partial<Facts>): Facts {
  const texts = TEXT_FACTS.map((key) => [key, tidy(keptText(facts[key] ?? '')) || null] as const);
  const sets = SET_FACTS.map((key) => {
    const members = (facts[key] ?? []).map((member) => tidy(keptText(member)));
    return [key, [...new Set(members)].filter((member) => member !== '')] as const;
  });
  const tenants = new Map((facts.tenants ?? []).map((tenant) => [tenant, tidy(keptText(tenant))]));
  const told = Object.entries(facts.told ?? {}).flatMap(([tenant, said]) => {
    const member = tenants.get(tenant);
    return member ? [[member, said] as const] : [];
  });
  return {
    ...NO_FACTS,
    ...Object.fromEntries(texts),
    ...Object.fromEntries(sets),
    told: Object.fromEntries(told.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
