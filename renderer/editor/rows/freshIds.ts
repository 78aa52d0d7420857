import { type Editor, Extension } from '@tiptap/core';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { newId } from '../../../shared/document/newId.ts';
import { findIn } from './findIn.ts';

/** Gives an action item that comes in by paste its names: see `freshIds`. */
export type NameAction = (editor: Editor) => { readonly id: string; readonly number: number };

/**
 * A row that is pasted while the one it was copied from is still there gets hidden names of its own; one that was
 * cut out of this document keeps them, and so its number and the links to it.
 */
export const freshIds = (nameAction: NameAction): Extension =>
  Extension.create({
    name: 'freshIds',
    addProseMirrorPlugins() {
      const { editor } = this;
      /** Hidden ids of action items that were seen in this document, with their numbers. */
      const seen = new Map<string, number | null>();
      const look = (doc: Node): void => {
        for (const { attrs } of findIn(doc).actions) if (attrs.id !== null) seen.set(attrs.id, attrs.number);
      };
      return [
        new Plugin({
          key: new PluginKey('freshIds'),
          view: (view) => {
            look(view.state.doc);
            return { update: ({ state }) => look(state.doc) };
          },
          props: {
            transformPasted: (slice, view) => {
              // What is dragged within the document is not a copy.
              if (view.dragging?.move) return slice;
              const { actions, whys } = findIn(view.state.doc);
              const taken = new Set<string>([
                ...actions.map(({ attrs }) => attrs.id),
                ...whys.map(({ id }) => id),
              ]);
              const rename = (node: Node): Node => {
                const { id, number, why } = node.attrs;
                if (node.type.name === 'why' && (id === null || taken.has(id))) {
                  return node.type.create({ ...node.attrs, id: newId() }, node.content, node.marks);
                }
                if (node.type.name !== 'actionItem') return node;
                const mayKeep = id !== null && !taken.has(id) && seen.has(id) && seen.get(id) === number;
                const names = mayKeep ? { id, number } : nameAction(editor);
                const known = why !== null && taken.has(why);
                return node.type.create(
                  { ...node.attrs, ...names, why: known ? why : null },
                  node.content,
                  node.marks,
                );
              };
              return new Slice(mapped(slice.content, rename), slice.openStart, slice.openEnd);
            },
          },
        }),
      ];
    },
  });

function mapped(fragment: Fragment, change: (node: Node) => Node): Fragment {
  const nodes: Node[] = [];
  fragment.forEach((node) => {
    const changed = change(node);
    nodes.push(node.isText ? changed : changed.copy(mapped(changed.content, change)));
  });
  return Fragment.from(nodes);
}
