/** What a terminal would obey instead of showing it: a name or a title must not move the cursor. */
const CONTROL = /\p{Cc}/gu;

/** One line for a terminal: each control sign, a line break too, becomes a space. */
export const shownSafely = (words: string): string => words.replace(CONTROL, ' ');

/** The same for several lines; line breaks and tabs stay. */
export const linesShownSafely = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, ' ');
