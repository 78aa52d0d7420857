/** What separates members when a list is typed or pasted: commas, semicolons, tabs and line ends. */
const SEPARATORS = /[,;\t\n\r]+/;

/** Whether the text, typed or pasted, holds more than one member's worth. */
export function hasSeparator(text: string): boolean {
  return SEPARATORS.test(text);
}

/**
 * The members that a typed or pasted text names, trimmed, each once and none that is there already.
 * Members are compared as they are written: `EU` and `eu` are two.
 */
export function newMembers(text: string, present: readonly string[]): readonly string[] {
  const named = text.split(SEPARATORS).map((member) => member.trim().replace(/\s+/g, ' '));
  return [...new Set(named)].filter((member) => member !== '' && !present.includes(member));
}
