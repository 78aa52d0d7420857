import type { Facts } from './facts.ts';

const ANSWERS = { yes: 'told proactively', no: 'not told proactively' } as const;

/** The affected tenants, each with whether it was told before it asked: `acme (told proactively)`. */
export const toldTenants = ({ tenants, told }: Facts): readonly string[] =>
  tenants.map((tenant) => {
    const answer = told[tenant];
    return answer === undefined ? tenant : `${tenant} (${ANSWERS[answer]})`;
  });
