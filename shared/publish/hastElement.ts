import type { Element, ElementContent, Text } from 'hast';

/** One element; a text stands for a text node, null for nothing. */
export function element(
  tagName: string,
  className: string | null,
  ...children: readonly (ElementContent | readonly ElementContent[] | string | null)[]
): Element {
  return {
    type: 'element',
    tagName,
    properties: className === null ? {} : { className: className.split(' ') },
    children: children.flatMap((child) =>
      child === null
        ? []
        : typeof child === 'string'
          ? [textNode(child)]
          : Array.isArray(child)
            ? child
            : [child as ElementContent],
    ),
  };
}

export const textNode = (value: string): Text => ({ type: 'text', value });

/** A table whose head repeats on every page that it runs over. */
export function table(
  className: string,
  columns: readonly string[],
  heads: readonly string[],
  rows: readonly Element[],
): Element {
  return element(
    'table',
    className,
    element(
      'colgroup',
      null,
      columns.map((name) => element('col', name)),
    ),
    element(
      'thead',
      null,
      element(
        'tr',
        null,
        heads.map((head) => header(head)),
      ),
    ),
    element('tbody', null, rows),
  );
}

const header = (words: string): Element => ({
  ...element('th', null, words),
  properties: { scope: 'col' },
});
