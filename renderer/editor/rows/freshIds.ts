import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { AllSelection, type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { findIn } from './findIn.ts';
import { type ActionNames, renamedRows } from './renamedRows.ts';

/**
 * A row that is pasted while the one it was copied from is still there gets hidden names of its own; one that was
 * cut out of this document, or comes in the place of the whole text, keeps them, and so its number and the links to it.
 */
export const freshIds = (nameAction: (editor: Editor) => ActionNames): Extension =>
  Extension.create({
    name: 'freshIds',
    addProseMirrorPlugins() {
      const { editor } = this;
      /** The numbers of all action items that were ever in this document while it was open, by hidden id. */
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
              // What is dragged within the document is no copy.
              if (view.dragging?.move) return slice;
              return renamedRows(slice, {
                present: idsThatStay(view.state),
                seen,
                nameAction: () => nameAction(editor),
              });
            },
          },
        }),
      ];
    },
  });

/** The hidden ids of whys and action items that are beside what is pasted: none where the whole text is replaced. */
export function idsThatStay({ doc, selection }: EditorState): ReadonlySet<string> {
  if (selection instanceof AllSelection) return new Set();
  const { actions, whys } = findIn(doc);
  return new Set([...actions.map(({ attrs }) => attrs.id), ...whys.map(({ id }) => id)]);
}
