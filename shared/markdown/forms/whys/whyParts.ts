import { bold, type Lead, plain } from '../lead.ts';

/** What stands in front of an entry of a why chain. */
export type WhyLabel =
  | { readonly kind: 'problem' }
  | { readonly kind: 'why'; readonly number: number; readonly systemLevel: boolean }
  | { readonly kind: 'rootCause' };

const PROBLEM = 'Problem';
const ROOT_CAUSE = 'Root cause statement';
const SYSTEM_LEVEL = ' (system level)';

export function whyLead(label: WhyLabel): Lead {
  switch (label.kind) {
    case 'problem':
      return [bold(PROBLEM), plain(' — ')];
    case 'why':
      return [bold(`Why ${label.number}${label.systemLevel ? SYSTEM_LEVEL : ''}`), plain(' — ')];
    case 'rootCause':
      return [bold(ROOT_CAUSE), plain(' — ')];
  }
}

/** The label that bold words are, or null for other words. */
export function whyLabelOf(words: string): WhyLabel | null {
  if (words === PROBLEM) return { kind: 'problem' };
  if (words === ROOT_CAUSE) return { kind: 'rootCause' };
  const [, number, system] = /^Why (\d{1,3})( \(system level\))?$/.exec(words) ?? [];
  return number === undefined
    ? null
    : { kind: 'why', number: Number(number), systemLevel: system !== undefined };
}
