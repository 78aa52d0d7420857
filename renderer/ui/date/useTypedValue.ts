import { useState } from 'react';
import type { Parsed } from './typedDate.ts';

interface TypedValue {
  /** What stands in the input. */
  readonly text: string;
  /** What is wrong with it, once it was meant. */
  readonly wrong: string | null;
  readonly write: (text: string) => void;
  /** The text is meant: Enter was pressed, or focus left. */
  readonly commit: () => void;
  /** Back to the value. */
  readonly reset: () => void;
}

/** Text that becomes a value when it is meant and understood, and stays as typed while it is not. */
export function useTypedValue(
  shown: string,
  parse: (text: string) => Parsed,
  onChange: (value: string | null) => void,
): TypedValue {
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const reset = (): void => {
    setDraft(null);
    setWrong(null);
  };
  const commit = (): void => {
    if (draft === null) return;
    const parsed: Parsed | null = draft.trim() === '' ? null : parse(draft);
    if (parsed !== null && 'wrong' in parsed) {
      setWrong(parsed.wrong);
      return;
    }
    reset();
    if (draft !== shown) onChange(parsed?.value ?? null);
  };
  return {
    text: draft ?? shown,
    wrong,
    write: (text) => {
      setDraft(text === shown ? null : text);
      setWrong(null);
    },
    commit,
    reset,
  };
}
