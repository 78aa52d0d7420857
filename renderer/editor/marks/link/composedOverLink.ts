import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';

/**
 * Whether the last words of a link are selected, and not all of it. What takes their place is no part of the link, which
 * is drawn anew for that: an input method that has begun to write there would leave its first sign behind.
 */
export function isLinkEndSelected({ selection }: EditorState): boolean {
  if (!(selection instanceof TextSelection) || selection.empty) return false;
  const { $from, $to } = selection;
  const link = $to.nodeBefore?.marks.find(({ type }) => type.name === 'link');
  if (link === undefined || !$from.sameParent($to)) return false;
  const isOf = (words: typeof $to.nodeBefore): boolean => words !== null && link.isInSet(words.marks);
  return isOf($from.nodeBefore) && !isOf($to.nodeAfter);
}

/** Deletes the end of a link before an input method composes over it. */
export const composedOverLink = Extension.create({
  name: 'composedOverLink',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('composedOverLink'),
      props: {
        handleDOMEvents: {
          compositionstart: (view) => {
            if (!view.editable || !isLinkEndSelected(view.state)) return false;
            // A part of the step of what is composed.
            view.dispatch(view.state.tr.deleteSelection());
            return false;
          },
        },
      },
    }),
  ],
});
