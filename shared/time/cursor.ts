/** A place in a text that is being read from left to right. */
export interface Cursor {
  readonly text: string;
  at: number;
}

export const cursorOn = (text: string, at = 0): Cursor => ({ text, at });

/** Moves past what a sticky (`y`) pattern matches here and returns it, or returns null and stays. */
export function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text);
  if (found !== null) cursor.at += found[0].length;
  return found;
}

/** Runs a reading; when it returns null, the cursor stands again where it stood. */
export function attempt<T>(cursor: Cursor, reading: () => T | null): T | null {
  const start = cursor.at;
  const value = reading();
  if (value === null) cursor.at = start;
  return value;
}

export const atEnd = (cursor: Cursor): boolean => cursor.at >= cursor.text.length;
