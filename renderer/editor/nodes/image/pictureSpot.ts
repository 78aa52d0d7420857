import type { Node, ResolvedPos } from '@tiptap/pm/model';

/** Where a picture can stand: among words, or in a paragraph of its own between blocks. */
export interface PictureSpot {
  readonly position: number;
  readonly kind: 'words' | 'blocks';
}

/** The spot at a position; null where no picture can stand. */
export function spotAt(doc: Node, position: number): PictureSpot | null {
  const $at = doc.resolve(position);
  if (takes($at, 'image') && $at.parent.type.name !== 'timelineSource') return { position, kind: 'words' };
  return takes($at, 'paragraph') ? { position, kind: 'blocks' } : null;
}

/** The spot that is nearest to a position; the end of the document takes a picture always. */
export function spotNear(doc: Node, position: number): PictureSpot {
  const spots: PictureSpot[] = [];
  const look = (at: number): void => {
    const spot = spotAt(doc, at);
    if (spot !== null) spots.push(spot);
  };
  look(position);
  if (spots.length > 0) return spots[0]!;
  doc.descendants((node, at) => {
    if (!node.isTextblock) return;
    look(at + 1);
    look(at + 1 + node.content.size);
  });
  const distance = (spot: PictureSpot): number => Math.abs(spot.position - position);
  const end: PictureSpot = { position: doc.content.size, kind: 'blocks' };
  return spots.reduce(
    (nearest, spot) => (distance(spot) < distance(nearest) ? spot : nearest),
    spots[0] ?? end,
  );
}

function takes($at: ResolvedPos, name: 'image' | 'paragraph'): boolean {
  const { parent } = $at;
  const index = $at.index();
  const type = parent.type.schema.nodes[name]!;
  return parent.inlineContent === type.isInline && parent.canReplaceWith(index, index, type);
}
