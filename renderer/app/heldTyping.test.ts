import { expect, it } from 'vitest';
import { typedAfter } from './heldTyping.ts';

const press = (key: string, modifiers: object = {}, altGraph = false) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  getModifierState: () => altGraph,
  ...modifiers,
});

it('letters, spaces and signs are typed in their order, and Backspace takes the last one back', () => {
  const keys = ['P', 'a', 'y', ' ', '😀', 'Backspace', '1', 'Backspace'];
  expect(keys.reduce((text, key) => typedAfter(text, press(key)) ?? text, '')).toBe('Pay ');
});

it('Enter between words is a space, and writes nothing where one would be doubled', () => {
  const keys = ['Enter', 'a', 'Enter', 'Enter', 'b', ' ', 'Enter', 'c'];
  expect(keys.reduce((text, key) => typedAfter(text, press(key)) ?? text, '')).toBe('a b c');
});

it('what AltGr writes is typed', () => {
  expect(typedAfter('', press('@', { ctrlKey: true, altKey: true }, true))).toBe('@');
});

it('commands, and keys that write nothing, are no letters', () => {
  for (const modifiers of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }]) {
    expect(typedAfter('P', press('n', modifiers))).toBeNull();
  }
  for (const key of ['Tab', 'Escape', 'Shift', 'ArrowLeft', 'Dead']) {
    expect(typedAfter('P', press(key))).toBeNull();
  }
});
