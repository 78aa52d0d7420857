import type { BodyNode } from '../../../document/template.ts';
import { boldStart, plainStart } from '../lead.ts';

/** What stands in front of an entry of a why chain. */
export type WhyLabel =
  | { readonly kind: 'problem' }
  | { readonly kind: 'why'; readonly number: number; readonly systemLevel: boolean }
  | { readonly kind: 'rootCause' };

/**
 * A label as it is written: what of it is bold, and what follows, which is nothing where the words behind it are
 * bold too. `{n}` stands for a why's number.
 */
export type WhyLabelStyle = readonly [bold: string, plain: string];

/** Where a why's number stands in its label. */
export const NUMBER = '{n}';

export const SYSTEM_LEVEL = ' (system level)';

/** The same in the words of somebody who edits it by hand. */
const ANY_SYSTEM_LEVEL = /^ *\( *system[- ]?level(?: truth)? *\)/i;

/** Why in the languages of the headings. */
const WHY = 'why|warum|pourquoi|por ?qu[eéê]';

/** The names of the parts in the languages of the headings. */
const NAMES: readonly (readonly [kind: WhyLabel['kind'], pattern: RegExp])[] = [
  [
    'problem',
    /^(?:the )?(?:problem|issue)(?: statement)?(?!\p{L})|^(?:das |le |el |o )?(?:problem|problème|problema)(?!\p{L})/iu,
  ],
  [
    'rootCause',
    /^(?:the )?root cause(?: statement)?(?!\p{L})|^(?:die |la |a )?(?:(?:grund|haupt)?ursache|cause (?:racine|profonde)|causa ra[ií]z)(?!\p{L})/iu,
  ],
  ['why', new RegExp(`^(?:the )?(?:${WHY})(?: no\\.?)? ?#?(\\d{1,2})(?!\\d)`, 'iu')],
];

/** A question that begins with why. */
const QUESTION = new RegExp(`^¿?(?:${WHY})(?![\\p{L}\\d]).*\\?`, 'iu');

export const asksWhy = (text: string): boolean => QUESTION.test(text);

/** The same for a text in which such a question stands anywhere but in an address: `Logins failed. Why?` */
export const asksWhyWithin = (text: string): boolean => QUESTION_WITHIN.test(text.replace(ADDRESS, ' '));

const ADDRESS = /\bhttps?:\/\/\S*?(?=\??(?:\s|$))/gi;
/** From the word to the end of its sentence. */
const QUESTION_WITHIN = new RegExp(`(?<!\\p{L})(?:${WHY})(?![\\p{L}\\d])(?:(?![.!]\\s)[^?]){0,200}\\?`, 'iu');

/** What parts a label from the words behind it. */
const GAP = /^(?:[ \u00a0]*[:.)]| *[–—]| -)?(?: +|$)/;

/** The label that a line begins with, and how it is written; null when it begins with none. */
export function labelOf(line: readonly BodyNode[]): LabelFound | null {
  const strong = boldStart(line);
  return labelIn(strong, (strong === null ? plainStart(line) : line[1]?.text) ?? '');
}

export interface LabelFound {
  readonly label: WhyLabel;
  /** The words behind a bold label by which a why is said to be a system-level truth; else they are in its style. */
  readonly system: string;
  readonly style: WhyLabelStyle;
}

/**
 * The label that an entry begins with, and how it is written; null when it begins with none.
 *
 * @param bold the bold words that the entry begins with, or null
 * @param plain the plain words after them
 */
export function labelIn(bold: string | null, plain: string): LabelFound | null {
  const words = `${bold ?? ''}${plain}`;
  for (const [kind, pattern] of NAMES) {
    const found = pattern.exec(words);
    if (found === null) continue;
    const named = found[0].length;
    const [system = ''] = (kind === 'why' && ANY_SYSTEM_LEVEL.exec(words.slice(named))) || [];
    const end = named + system.length;
    const gap = GAP.exec(words.slice(end))?.[0];
    const length = end + (gap?.length ?? 0);
    const strong = bold?.length ?? 0;
    const isParted = gap !== undefined && gap.trim() !== '';
    const isBold = strong >= end || strong === named;
    if (gap === undefined || (strong > 0 ? !isBold || (strong > length && !isParted) : !isParted))
      return null;
    const label: WhyLabel =
      kind === 'why' ? { kind, number: Number(found[1]), systemLevel: system !== '' } : { kind };
    const numbered = (text: string): string => (kind === 'why' ? text.replace(/\d{1,2}/, NUMBER) : text);
    if (strong === 0) return { label, system: '', style: ['', closed(numbered(words.slice(0, length)))] };
    const own = numbered(words.slice(0, Math.min(strong, length)).replace(system, ''));
    const rest = words.slice(Math.min(strong, length), length).replace(system, '');
    return { label, system, style: [own, strong > length ? '' : closed(rest)] };
  }
  return null;
}

/** The gap with the space at its end that an entry without words loses. */
const closed = (gap: string): string => (gap.endsWith(' ') ? gap : `${gap} `);
