import * as Y from 'yjs';
import { bodyOf, factsOf } from '../../shared/document/layout.ts';

/** Where the characters of a document stand: by character, the elements around it from the outside in. */
export interface Places {
  readonly ofCharacters: ReadonlyMap<string, readonly string[]>;
  /** Every element that is there, by the id that Yjs gave it. */
  readonly elements: ReadonlySet<string>;
}

const idOf = (element: Y.XmlElement): string =>
  element._item === null ? '' : `${element._item.id.client}-${element._item.id.clock}`;

/** The ids of an element and of all that are in it. */
export function idsWithin(element: Y.XmlElement): readonly string[] {
  return [
    idOf(element),
    ...element.toArray().flatMap((child) => (child instanceof Y.XmlElement ? idsWithin(child) : [])),
  ];
}

export function placesIn(doc: Y.Doc): Places {
  const ofCharacters = new Map<string, readonly string[]>();
  const elements = new Set<string>();
  const walk = (parent: Y.XmlFragment, around: readonly string[]): void => {
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlElement) {
        const id = idOf(child);
        elements.add(id);
        walk(child, [...around, id]);
      } else if (child instanceof Y.XmlText) {
        for (const { insert } of child.toDelta() as readonly { insert: unknown }[]) {
          if (typeof insert === 'string') for (const character of insert) ofCharacters.set(character, around);
        }
      }
    }
  };
  walk(bodyOf(doc), []);
  for (const character of [...factsOf(doc).keys()].join('')) ofCharacters.set(character, []);
  return { ofCharacters, elements };
}
