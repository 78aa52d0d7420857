import * as Y from 'yjs';

/** The child indexes that lead from the body to an element, as in `blockPathOf`; null where it is gone. */
export function pathOfElement(body: Y.XmlFragment, element: Y.XmlFragment): readonly number[] | null {
  if (element === body) return [];
  const { parent } = element;
  if (!(parent instanceof Y.XmlFragment)) return null;
  const above = pathOfElement(body, parent);
  const siblings: readonly unknown[] = parent.toArray();
  const index = siblings.indexOf(element);
  return above === null || index < 0 ? null : [...above, index];
}
