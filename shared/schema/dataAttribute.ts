import type { Attribute } from '@tiptap/core';

/**
 * One scalar attribute of a node, absent (`null`) by default so that it takes no place in the Y.Doc until
 * it says something. In HTML (clipboard, drag and drop) it travels as `data-NAME`.
 */
function dataAttribute(name: string, read: (text: string) => string | number | boolean | null): Attribute {
  const htmlName = `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return {
    default: null,
    keepOnSplit: false,
    rendered: true,
    parseHTML: (element: { getAttribute(name: string): string | null }) => {
      const text = element.getAttribute(htmlName);
      return text === null ? null : read(text);
    },
    renderHTML: (attributes: Record<string, unknown>) => {
      const value = attributes[name];
      return value === null || value === undefined || value === false ? {} : { [htmlName]: String(value) };
    },
  } as Attribute;
}

/** A text attribute: string or null. */
export const textAttribute = (name: string): Attribute => dataAttribute(name, (text) => text);

/** A flag: true or null, never false, so that an unset flag is absent. */
export const flagAttribute = (name: string): Attribute =>
  dataAttribute(name, (text) => (text === 'true' ? true : null));

/** A whole number or null. */
export const numberAttribute = (name: string): Attribute =>
  dataAttribute(name, (text) => (/^\d{1,9}$/.test(text) ? Number(text) : null));

/** Attribute maps for `addAttributes`, from the names of the texts, flags and numbers that a node has. */
export function attributes(names: {
  readonly texts?: readonly string[];
  readonly flags?: readonly string[];
  readonly numbers?: readonly string[];
}): Record<string, Attribute> {
  return Object.fromEntries([
    ...(names.texts ?? []).map((name) => [name, textAttribute(name)] as const),
    ...(names.flags ?? []).map((name) => [name, flagAttribute(name)] as const),
    ...(names.numbers ?? []).map((name) => [name, numberAttribute(name)] as const),
  ]);
}
