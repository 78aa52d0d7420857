/**
 * Shortcuts as text: `Mod+Shift+Space`, `Alt+M`, `F8`. `Mod` is Cmd on macOS and Ctrl elsewhere.
 * The same text is matched against events, drawn as key caps and told to assistive technology.
 */
// biome-ignore format: a table reads better than forty lines
type Key =
  | 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'P' | 'Q' | 'R'
  | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z' | '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'
  | 'Enter' | 'Esc' | 'Tab' | 'Space' | 'Backspace' | 'Delete' | 'Up' | 'Down' | 'Left' | 'Right' | 'Home'
  | 'End' | 'PgUp' | 'PgDn' | 'Backslash' | 'Slash' | 'Comma' | 'F6' | 'F8';
// biome-ignore format: likewise
type Modifiers =
  | '' | 'Mod+' | 'Alt+' | 'Shift+' | 'Mod+Alt+' | 'Mod+Shift+' | 'Alt+Shift+' | 'Mod+Alt+Shift+';
export type Shortcut = `${Modifiers}${Key}`;

/** What is read of a KeyboardEvent. */
export interface KeyPress {
  readonly key: string;
  /** The key's place on the keyboard (`KeyM`), whatever the layout prints there. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing?: boolean;
  getModifierState?(modifier: string): boolean;
}

/** DOM names (`KeyboardEvent.key`) of the keys that a shortcut calls otherwise. */
const DOM_KEYS: Readonly<Record<string, string>> = {
  Esc: 'Escape',
  Space: ' ',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  PgUp: 'PageUp',
  PgDn: 'PageDown',
  Backslash: '\\',
  Slash: '/',
  Comma: ',',
};

/** Keys that are named here and print one sign on their cap. */
const SIGNS: ReadonlySet<string> = new Set(['Backslash', 'Slash', 'Comma']);

/** Whether this window runs on macOS, where Cmd takes the place of Ctrl. */
export const isMac: boolean =
  typeof navigator !== 'undefined' && /^(mac|iphone|ipad)/i.test(navigator.platform);

/** Its parts in order: modifiers, then the key. */
export function partsOf(shortcut: Shortcut): readonly string[] {
  return shortcut.split('+');
}

/**
 * Whether the event is the shortcut, with exactly its modifiers.
 * Keys with Alt go by key code, because Option on macOS turns Alt+M into another letter. The others go by what
 * the layout prints, and by key code where that is no Latin letter (a Cyrillic or Greek layout).
 * AltGr and keys that an input method composes never match.
 */
export function matchesShortcut(event: KeyPress, shortcut: Shortcut, mac: boolean = isMac): boolean {
  if (event.isComposing) return false;
  // Firefox on macOS calls Option AltGraph too.
  if (!mac && event.getModifierState?.('AltGraph')) return false;
  const parts = partsOf(shortcut);
  const key = parts.at(-1) ?? '';
  const has = (modifier: string): boolean => parts.includes(modifier);
  const modifiers =
    event.ctrlKey === (has('Mod') && !mac) &&
    event.metaKey === (has('Mod') && mac) &&
    event.altKey === has('Alt') &&
    event.shiftKey === has('Shift');
  return modifiers && (has('Alt') ? isAt(event.code, key) : prints(event, key));
}

function prints(event: KeyPress, key: string): boolean {
  const wanted = DOM_KEYS[key] ?? key;
  if (event.key.toLowerCase() === wanted.toLowerCase()) return true;
  // Shift+7 prints "/" on a German layout; there the place of the key must not count as Slash.
  const foreign = event.key.length === 1 && event.key > '\u007f';
  return foreign && isAt(event.code, key);
}

function isAt(code: string, key: string): boolean {
  if (/^[A-Z]$/.test(key)) return code === `Key${key}`;
  if (/^[0-9]$/.test(key)) return code === `Digit${key}` || code === `Numpad${key}`;
  if (key === 'Enter') return code === 'Enter' || code === 'NumpadEnter';
  const named = DOM_KEYS[key] ?? key;
  return code === key || code === named;
}

/** What stands on the key caps, in order: `['Ctrl', 'Shift', 'Space']`, `['Cmd', '\\']`. */
export function keyCaps(shortcut: Shortcut, mac: boolean = isMac): readonly string[] {
  return partsOf(shortcut).map((part) => {
    if (part === 'Mod') return mac ? 'Cmd' : 'Ctrl';
    if (part === 'Alt') return mac ? 'Option' : 'Alt';
    return SIGNS.has(part) ? (DOM_KEYS[part] ?? part) : part;
  });
}

/** The shortcut for `aria-keyshortcuts`: `Control+Shift+Space`, `Meta+\`. */
export function ariaKeys(shortcut: Shortcut, mac: boolean = isMac): string {
  return partsOf(shortcut)
    .map((part) => {
      if (part === 'Mod') return mac ? 'Meta' : 'Control';
      return part === 'Space' ? part : (DOM_KEYS[part] ?? part);
    })
    .join('+');
}

/**
 * A shortcut, and a second one where a browser keeps the first for itself (Ctrl+N opens its own window). `also` does
 * the same for those who know that key from elsewhere, and is shown nowhere.
 */
export interface KeyBinding {
  readonly keys: Shortcut;
  readonly inBrowser?: Shortcut;
  readonly also?: Shortcut;
}

/** The shortcut of a binding that works in this window. */
export function shortcutIn(host: 'desktop' | 'browser', binding: KeyBinding): Shortcut {
  return (host === 'browser' && binding.inBrowser) || binding.keys;
}
