import * as Y from 'yjs';
import { readFacts } from '../../shared/document/facts.ts';
import { bodyOf } from '../../shared/document/layout.ts';
import { isFresh } from './startingDocument.ts';

/** Where the characters of a document stand: by character, the elements around it from the outside in. */
export interface Places {
  readonly ofCharacters: ReadonlyMap<string, readonly string[]>;
  /** By character, the client that put it where it stands. */
  readonly writers: ReadonlyMap<string, number>;
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

/** Each character that stands once in the document, with the client that wrote it there. */
function* charactersIn(text: Y.XmlText): Generator<readonly [string, number]> {
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    for (const character of item.content.str) {
      if (isFresh(character)) yield [character, item.id.client];
    }
  }
}

export function placesIn(doc: Y.Doc): Places {
  const ofCharacters = new Map<string, readonly string[]>();
  const writers = new Map<string, number>();
  const elements = new Set<string>();
  const walk = (parent: Y.XmlFragment, around: readonly string[]): void => {
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlElement) {
        const id = idOf(child);
        elements.add(id);
        walk(child, [...around, id]);
      } else if (child instanceof Y.XmlText) {
        for (const [character, writer] of charactersIn(child)) {
          ofCharacters.set(character, around);
          writers.set(character, writer);
        }
      }
    }
  };
  walk(bodyOf(doc), []);
  const { tenants, regions, services } = readFacts(doc);
  for (const member of [...tenants, ...regions, ...services]) {
    if (isFresh(member)) ofCharacters.set(member, []);
  }
  return { ofCharacters, writers, elements };
}
