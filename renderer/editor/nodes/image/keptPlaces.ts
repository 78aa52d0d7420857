import type { Editor } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { positionOf, syncBinding } from '../../binding/syncBinding.ts';

/** A place in the text, right behind what stands before it, whatever is edited around it. */
export interface KeptPlace {
  readonly position: number;
  /** Whether the text around it was deleted: the position is then where that text was. */
  readonly isGone: boolean;
}

/** By numbers that grow. */
type Places = ReadonlyMap<number, KeptPlace>;

type Meta =
  | { readonly kind: 'keep'; readonly id: number; readonly position: number }
  | { readonly kind: 'leave'; readonly id: number };

/** The same place in the Y.Doc, and the block around it. */
interface Anchor {
  readonly place: Y.RelativePosition;
  readonly block: Y.RelativePosition | null;
}

const key = new PluginKey<Places>('keptPlaces');
let lastId = 0;

/**
 * Keeps places while something is on its way to them. A change of this editor maps them; one from elsewhere draws
 * the whole text anew, and they are looked up in the Y.Doc.
 */
export function keptPlacesPlugin(): Plugin<Places> {
  const anchors = new Map<number, Anchor>();
  return new Plugin<Places>({
    key,
    state: {
      init: () => new Map(),
      apply: (tr, places, _, state) => {
        const meta: Meta | undefined = tr.getMeta(key);
        if (meta === undefined && (places.size === 0 || !tr.docChanged)) return places;
        const isFromElsewhere = tr.getMeta(ySyncPluginKey)?.isChangeOrigin === true;
        const next = new Map<number, KeptPlace>();
        for (const [id, place] of places) {
          const anchor = anchors.get(id);
          if (meta?.kind === 'leave' && meta.id === id) continue;
          // What is kept at one place comes to stand in the order in which it was kept.
          const side = meta?.kind === 'leave' && meta.id < id ? 1 : -1;
          if (isFromElsewhere && anchor !== undefined) next.set(id, lookedUp(state, place, anchor));
          else next.set(id, mapped(tr, place, side));
        }
        if (meta?.kind === 'keep') next.set(meta.id, { position: meta.position, isGone: false });
        return next;
      },
    },
    view: () => ({
      // After the binding has put the change into the Y.Doc.
      update: ({ state }, before) => {
        const places = placesOf(state);
        if (state.doc === before.doc && places === placesOf(before)) return;
        anchors.clear();
        for (const [id, { position }] of places) anchors.set(id, anchorOf(state, position));
      },
    }),
  });
}

const placesOf = (state: EditorState): Places => key.getState(state) ?? new Map();

function mapped({ mapping, before }: Transaction, place: KeptPlace, side: -1 | 1): KeptPlace {
  const { pos, deletedAcross } = mapping.mapResult(place.position, side);
  const $before = before.resolve(place.position);
  const isBlockGone = $before.depth > 0 && mapping.mapResult($before.before(), 1).deletedAfter;
  return { position: pos, isGone: place.isGone || (deletedAcross && isBlockGone) };
}

function lookedUp(state: EditorState, place: KeptPlace, { place: text, block }: Anchor): KeptPlace {
  const isThere = isInDocument(syncBinding(state).doc, text);
  const position = positionOf(state, text) ?? (block === null ? null : positionOf(state, block));
  return {
    position: position ?? Math.min(place.position, state.doc.content.size),
    isGone: place.isGone || !isThere,
  };
}

function isInDocument(doc: Y.Doc, place: Y.RelativePosition): boolean {
  const found = Y.createAbsolutePositionFromRelativePosition(place, doc);
  return found !== null && found.type._item?.deleted !== true;
}

function anchorOf(state: EditorState, position: number): Anchor {
  const { type, mapping } = syncBinding(state);
  const $place = state.doc.resolve(position);
  return {
    place: absolutePositionToRelativePosition(position, type, mapping),
    block: $place.depth === 0 ? null : absolutePositionToRelativePosition($place.before(), type, mapping),
  };
}

/** Has a transaction keep a place from now on. @returns the number to ask for it by */
export function keepPlace(tr: Transaction, position: number): number {
  lastId += 1;
  tr.setMeta(key, { kind: 'keep', id: lastId, position } satisfies Meta);
  return lastId;
}

/** Where a kept place is now. */
export function keptPlace({ state }: Pick<Editor, 'state'>, id: number): KeptPlace {
  const place = placesOf(state).get(id);
  if (place === undefined) throw new Error('That place is not kept');
  return place;
}

/** Has a transaction keep a place no longer, such as one that fills it. */
export const leavePlace = (tr: Transaction, id: number): Transaction =>
  tr.setMeta(key, { kind: 'leave', id } satisfies Meta);
