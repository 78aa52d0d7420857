import { describe, expect, it } from 'vitest';
import { ariaKeys, type KeyPress, keyCaps, matchesShortcut, shortcutIn } from './keyboard.ts';

const press = (event: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...event,
});

describe('matchesShortcut', () => {
  it('takes Ctrl for Mod, and Cmd on macOS', () => {
    const ctrl = press({ key: 'k', code: 'KeyK', ctrlKey: true });
    const cmd = press({ key: 'k', code: 'KeyK', metaKey: true });
    expect(matchesShortcut(ctrl, 'Mod+K', false)).toBe(true);
    expect(matchesShortcut(cmd, 'Mod+K', true)).toBe(true);
    expect(matchesShortcut(ctrl, 'Mod+K', true)).toBe(false);
    expect(matchesShortcut(cmd, 'Mod+K', false)).toBe(false);
  });

  it('wants exactly the modifiers of the shortcut', () => {
    const both = press({ key: 'E', code: 'KeyE', ctrlKey: true, shiftKey: true });
    expect(matchesShortcut(both, 'Mod+Shift+E', false)).toBe(true);
    expect(matchesShortcut(both, 'Mod+E', false)).toBe(false);
    expect(matchesShortcut({ ...both, altKey: true }, 'Mod+Shift+E', false)).toBe(false);
  });

  it('goes by key code with Alt, where Option types another letter', () => {
    expect(matchesShortcut(press({ key: 'µ', code: 'KeyM', altKey: true }), 'Alt+M', true)).toBe(true);
    expect(matchesShortcut(press({ key: '¡', code: 'Digit1', altKey: true }), 'Alt+1', true)).toBe(true);
    expect(matchesShortcut(press({ key: 'ArrowUp', code: 'ArrowUp', altKey: true }), 'Alt+Up', false)).toBe(
      true,
    );
    expect(matchesShortcut(press({ key: 'm', code: 'Semicolon', altKey: true }), 'Alt+M', false)).toBe(false);
  });

  it('goes by the printed letter without Alt, so that an AZERTY Z undoes', () => {
    expect(matchesShortcut(press({ key: 'z', code: 'KeyW', ctrlKey: true }), 'Mod+Z', false)).toBe(true);
    expect(matchesShortcut(press({ key: 'w', code: 'KeyZ', ctrlKey: true }), 'Mod+Z', false)).toBe(false);
  });

  it('falls back to the place of the key on a layout without Latin letters', () => {
    expect(matchesShortcut(press({ key: 'л', code: 'KeyK', ctrlKey: true }), 'Mod+K', false)).toBe(true);
    expect(matchesShortcut(press({ key: 'л', code: 'KeyJ', ctrlKey: true }), 'Mod+K', false)).toBe(false);
  });

  it('never takes AltGr or a composed key', () => {
    const alt = press({ key: '\\', code: 'KeyM', altKey: true, ctrlKey: true });
    expect(matchesShortcut(alt, 'Mod+Alt+M', false)).toBe(true);
    expect(matchesShortcut({ ...alt, getModifierState: (m) => m === 'AltGraph' }, 'Mod+Alt+M', false)).toBe(
      false,
    );
    expect(matchesShortcut(press({ key: 'Enter', code: 'Enter', isComposing: true }), 'Enter', false)).toBe(
      false,
    );
  });

  it('knows named keys', () => {
    expect(matchesShortcut(press({ key: 'Escape', code: 'Escape' }), 'Esc', false)).toBe(true);
    expect(matchesShortcut(press({ key: ' ', code: 'Space', shiftKey: true }), 'Shift+Space', false)).toBe(
      true,
    );
    expect(
      matchesShortcut(press({ key: '\\', code: 'Backslash', ctrlKey: true }), 'Mod+Backslash', false),
    ).toBe(true);
    expect(matchesShortcut(press({ key: 'F8', code: 'F8', shiftKey: true }), 'Shift+F8', false)).toBe(true);
    expect(matchesShortcut(press({ key: 'F8', code: 'F8', shiftKey: true }), 'F8', false)).toBe(false);
  });
});

describe('showing a shortcut', () => {
  it('names the keys of the platform', () => {
    expect(keyCaps('Mod+Shift+Space', false)).toEqual(['Ctrl', 'Shift', 'Space']);
    expect(keyCaps('Mod+Alt+M', true)).toEqual(['Cmd', 'Option', 'M']);
    expect(keyCaps('Mod+Backslash', false)).toEqual(['Ctrl', '\\']);
  });

  it('speaks ARIA to assistive technology', () => {
    expect(ariaKeys('Mod+Shift+Space', false)).toBe('Control+Shift+Space');
    expect(ariaKeys('Alt+Up', true)).toBe('Alt+ArrowUp');
    expect(ariaKeys('Mod+Backslash', true)).toBe('Meta+\\');
  });

  it('takes the second shortcut where a browser keeps the first', () => {
    expect(shortcutIn('desktop', { keys: 'Mod+N', inBrowser: 'Alt+N' })).toBe('Mod+N');
    expect(shortcutIn('browser', { keys: 'Mod+N', inBrowser: 'Alt+N' })).toBe('Alt+N');
    expect(shortcutIn('browser', { keys: 'Mod+K' })).toBe('Mod+K');
  });
});
