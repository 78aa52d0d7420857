import { plainText } from '../typing/plainText.ts';
import type { Option } from './option.ts';

/**
 * The options that contain what was typed, those that begin with it first, then those with a word that does;
 * otherwise in their own order. All of them when nothing was typed. Case and accents do not count.
 */
export function matchingOptions<T extends string>(
  options: readonly Option<T>[],
  typed: string,
): readonly Option<T>[] {
  const wanted = plainText(typed.trim());
  if (wanted === '') return options;
  return options
    .map((option) => ({ option, rank: rankOf(plainText(option.label), wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) => option);
}

const NO_MATCH = 3;

function rankOf(label: string, wanted: string): number {
  if (label.startsWith(wanted)) return 0;
  if (label.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted))) return 1;
  return label.includes(wanted) ? 2 : NO_MATCH;
}
