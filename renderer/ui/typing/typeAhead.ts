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

/**
 * The index of the label that begins with what was typed, looking from `current` on and around; one letter
 * again and again goes through the labels that begin with it. `current` when none does. Case and accents do
 * not count.
 */
export function indexByTyping(labels: readonly string[], typed: string, current: number): number {
  const letters = [...typed];
  const repeated = letters.length > 1 && letters.every((letter) => letter === letters[0]);
  const wanted = plainText(repeated ? (letters[0] ?? '') : typed);
  const from = letters.length === 1 || repeated ? current + 1 : Math.max(0, current);
  for (let step = 0; step < labels.length; step++) {
    const index = (from + step) % labels.length;
    if (plainText(labels[index] ?? '').startsWith(wanted)) return index;
  }
  return current;
}
