/** What was typed since it is held; null while nothing is. */
let held: string | null = null;

/** Holds letters that are typed while nothing on the page takes them, until a place is there or will not be. */
export function holdTyping(): void {
  if (held !== null) return;
  held = '';
  window.addEventListener('keydown', hold, { capture: true });
}

/** Ends holding. @returns what was typed meanwhile */
export function takeTyping(): string {
  const typed = held ?? '';
  held = null;
  window.removeEventListener('keydown', hold, { capture: true });
  return typed;
}

function hold(event: KeyboardEvent): void {
  if (held === null || document.activeElement !== document.body) return;
  const next = typedAfter(held, event);
  if (next === null) return;
  held = next;
  event.preventDefault();
}

type Press = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'getModifierState'
>;

/**
 * The text behind which a key was pressed, after it; null for a key that writes nothing. What is held goes into one
 * line, where Enter parts words as a space does.
 */
export function typedAfter(text: string, press: Press): string | null {
  const isCommand = press.metaKey || ((press.ctrlKey || press.altKey) && !press.getModifierState('AltGraph'));
  if (isCommand || press.isComposing) return null;
  if (press.key === 'Backspace') return [...text].slice(0, -1).join('');
  if (press.key === 'Enter') return /\S$/.test(text) ? `${text} ` : null;
  return [...press.key].length === 1 ? text + press.key : null;
}
