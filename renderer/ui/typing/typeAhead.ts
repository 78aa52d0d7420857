import { plainText } from './plainText.ts';

/** What was typed so far to choose from a list, and when last (milliseconds, any fixed origin). */
export interface Typed {
  readonly text: string;
  readonly at: number;
}

export const NOTHING_TYPED: Typed = { text: '', at: 0 };

/** A pause longer than this begins a new word, in milliseconds. */
export const TYPING_PAUSE = 800;

/** Adds one typed character, or begins anew after a pause. */
export function typedMore(typed: Typed, character: string, at: number): Typed {
  const going = typed.text !== '' && at - typed.at <= TYPING_PAUSE;
  return { text: going ? typed.text + character : character, at };
}

/** Whether the key writes one character. A space counts only after another character: alone it chooses. */
export function isTyping(
  event: {
    readonly key: string;
    readonly ctrlKey: boolean;
    readonly metaKey: boolean;
    readonly altKey: boolean;
  },
  typed: Typed,
  at: number,
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || [...event.key].length !== 1) return false;
  return event.key !== ' ' || (typed.text !== '' && at - typed.at <= TYPING_PAUSE);
}

/** Where typing in a list begins to look. */
export type LookFrom =
  /** At the current entry: one that only stands highlighted is found by its own first letter. */
  | 'current'
  /** Behind it: in a closed field, and where a letter led there already, a first letter goes on. */
  | 'next';

/** Where an open list begins to look, by what was typed since something else than typing led to its entry. */
export const lookFrom = (typed: Typed): LookFrom => (typed.text === '' ? 'current' : 'next');

/**
 * The index of the entry with a name that begins with what was typed, going around the end; one letter again and
 * again goes through the entries that begin with it. `current` when none does. Case and accents do not count.
 *
 * @param names what each entry is called, in one way or several
 * @param from where the first letter of a word looks; the letters after it stay where they fit
 */
export function indexByTyping(
  names: readonly (readonly string[])[],
  typed: string,
  current: number,
  from: LookFrom,
): number {
  const letters = [...typed];
  const repeated = letters.length > 1 && letters.every((letter) => letter === letters[0]);
  const wanted = plainText(repeated ? (letters[0] ?? '') : typed);
  const goesOn = repeated || (letters.length === 1 && from === 'next');
  const start = Math.max(0, goesOn ? current + 1 : current);
  for (let step = 0; step < names.length; step++) {
    const index = (start + step) % names.length;
    if (names[index]?.some((name) => plainText(name).startsWith(wanted))) return index;
  }
  return current;
}
