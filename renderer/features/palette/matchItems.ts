import { PALETTE_GROUPS, type PaletteItem } from '../../app/paletteItem.ts';
import { plainText } from '../../ui/typing/plainText.ts';

/** `@` narrows the palette to people, `#` to actions. */
const SIGNS = { '@': 'People', '#': 'Actions' } as const;

/**
 * The lines that fit what was typed, by group: the group with the best line first, and in a group likewise. A
 * label that begins with it is best, then one with a word that does, then the rest. Each typed word has to be
 * somewhere in the line. Case and accents do not count. People and actions come only when they are asked for by
 * name or by their sign.
 */
export function matchItems(items: readonly PaletteItem[], typed: string): readonly PaletteItem[] {
  const { group, words } = readTyped(typed);
  const ranked = items.flatMap((item, place) => {
    if (group === null ? words.length === 0 && isAsked(item) : item.group !== group) return [];
    const rank = rankOf(item, words);
    return rank === null ? [] : [{ item, rank, place }];
  });
  const best = (wanted: PaletteItem): number =>
    Math.min(...ranked.filter(({ item }) => item.group === wanted.group).map(({ rank }) => rank));
  const order = (item: PaletteItem): number => best(item) * PALETTE_GROUPS.length + groupPlace(item);
  return ranked
    .map((line) => ({ ...line, order: order(line.item) }))
    .sort((a, b) => a.order - b.order || a.rank - b.rank || a.place - b.place)
    .map(({ item }) => item);
}

const groupPlace = ({ group }: PaletteItem): number => PALETTE_GROUPS.indexOf(group);

/** What was typed: the words to look for, and the group that a sign in front narrows to. */
export function readTyped(typed: string): {
  readonly group: 'People' | 'Actions' | null;
  readonly words: readonly string[];
} {
  const sign = typed.trimStart().charAt(0);
  const group = sign === '@' || sign === '#' ? SIGNS[sign] : null;
  const rest = group === null ? typed : typed.trimStart().slice(1);
  return { group, words: plainText(rest).split(/\s+/).filter(Boolean) };
}

const isAsked = (item: PaletteItem): boolean => item.group === 'People' || item.group === 'Actions';

/** 0 is best; null where a word is nowhere. */
function rankOf(item: PaletteItem, words: readonly string[]): number | null {
  const label = plainText(`${item.code ?? ''} ${item.label}`).trim();
  const all = plainText(`${label} ${item.detail ?? ''} ${item.words ?? ''}`);
  if (!words.every((word) => all.includes(word))) return null;
  const [first = ''] = words;
  if (label.startsWith(first)) return 0;
  if (label.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(first))) return 1;
  return words.every((word) => label.includes(word)) ? 2 : 3;
}
