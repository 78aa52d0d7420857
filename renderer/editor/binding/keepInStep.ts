import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { getRelativeSelection, ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { bodyOf } from '../../../shared/document/layout.ts';
import { sessionOf } from '../editorContext.ts';
import { setRememberedCaret, syncBinding } from './syncBinding.ts';

/**
 * Keeps what the editor shows in step with the document, where y-tiptap 3.0.9 fails to. It remembers the caret
 * before a change from elsewhere and puts it back afterwards. What it remembers may be older than the text that
 * it looks it up in: when one change brings another in its train, and after an undo. Then the caret jumps, or
 * it throws before it has shown the change, and the next keystroke would write the old text over the new.
 *
 * So a stale caret is remembered anew or forgotten, and a change that was not shown, for whatever reason, has
 * the whole body drawn again.
 */
export const keepInStep = Extension.create({
  name: 'keepInStep',
  addProseMirrorPlugins() {
    const { doc, undo } = sessionOf(this.editor);
    const body: unknown = bodyOf(doc);
    let isChanging = false;
    let isShown = false;
    let isBehind = false;
    return [
      new Plugin({
        state: {
          init: () => null,
          apply: (tr) => {
            if (tr.getMeta(ySyncPluginKey)?.isChangeOrigin === true) isShown = true;
            return null;
          },
        },
        view: (view) => {
          const binding = syncBinding(view.state);
          const remember = (): void => {
            setRememberedCaret(binding, getRelativeSelection(binding, view.state));
          };
          const forget = (): void => {
            setRememberedCaret(binding, null);
          };
          const begin = (): void => {
            isChanging = true;
          };
          const changed = ({ origin, changedParentTypes }: Y.Transaction): void => {
            const isFromElsewhere =
              origin !== ySyncPluginKey && [...changedParentTypes.keys()].some((type) => type === body);
            if (isFromElsewhere && !isShown) isBehind = true;
            isShown = false;
          };
          const end = (): void => {
            isChanging = false;
            if (isBehind) binding._forceRerender();
            isBehind = false;
          };
          doc.on('beforeAllTransactions', begin);
          doc.on('afterTransaction', changed);
          doc.on('afterAllTransactions', end);
          undo.on('stack-item-popped', forget);
          return {
            update: () => {
              if (isChanging && isShown) remember();
            },
            destroy: () => {
              doc.off('beforeAllTransactions', begin);
              doc.off('afterTransaction', changed);
              doc.off('afterAllTransactions', end);
              undo.off('stack-item-popped', forget);
            },
          };
        },
      }),
    ];
  },
});
