import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { asOneStep } from './asOneStep.ts';
import { FORMS } from './formParts.ts';
import { placeCaret } from './placeCaret.ts';
import { type RowKind, rowAt } from './rowKind.ts';

/** Before what a paste replaces is deleted: rows come in beside rows of their kind and replace none. */
export const BESIDE_ROWS = 1_850;

/** Puts rows, or whole forms of them, that are pasted into rows of their kind after the first one that is selected. */
export const pasteBeside = (kinds: readonly RowKind[]): Extension =>
  Extension.create({
    name: 'pasteBeside',
    priority: BESIDE_ROWS,
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          key: new PluginKey('pasteBeside'),
          props: {
            handlePaste: (view, _event, { content, openStart, openEnd }) => {
              if (!editor.isEditable || openStart > 0 || openEnd > 0) return false;
              const rows = content.content.flatMap((node) =>
                FORMS.has(node.type.name) ? node.children : [node],
              );
              const kind = kinds.find(
                ({ node }) => rows.length > 0 && rows.every(({ type }) => type.name === node),
              );
              const at = kind === undefined ? null : rowAt(view.state.doc, view.state.selection.from, kind);
              if (at === null) return false;
              const end = at.position + at.row.nodeSize;
              asOneStep(editor, () => view.dispatch(view.state.tr.insert(end, rows)));
              placeCaret(editor, end);
              return true;
            },
          },
        }),
      ];
    },
  });
