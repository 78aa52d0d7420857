import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { postmortemContent } from '../../../../shared/markdown/postmortemContent.ts';
import { timesInPlace } from '../../../../shared/markdown/timesInPlace.ts';
import { sessionOf } from '../../editorContext.ts';
import { offerUndo } from '../../offerUndo.ts';
import { asOneStep } from '../../rows/asOneStep.ts';
import { drawnButton } from '../../rows/drawnButton.ts';
import { drawnPart } from '../../rows/element.ts';
import { goToEvent } from './goTo.ts';
import styles from './tableOffer.module.css';
import { utcMinute } from './timeCommands.ts';
import { dayTaken, isTimelineTable, timelineOfTable } from './timelineOfTable.ts';

const key = new PluginKey<DecorationSet>('tableOffer');
const known = new WeakMap<Node, boolean>();

/** Replaces the table at a position by a timeline that says the same. */
function turnIntoTimeline(editor: Editor, position: number): void {
  const { doc, schema } = editor.state;
  const table = doc.nodeAt(position);
  if (table?.type.name !== 'table' || !editor.isEditable) return;
  const content = postmortemContent(sessionOf(editor).doc);
  const block = doc.resolve(position).index(0);
  const today = utcMinute().slice(0, 10);
  const timeline = timelineOfTable(schema, table, (column) =>
    timesInPlace(content, { ...column, block, today }),
  );
  if (timeline === null) return;
  asOneStep(editor, () =>
    editor.view.dispatch(editor.state.tr.replaceWith(position, position + table.nodeSize, timeline)),
  );
  goToEvent(editor, position + 1);
  const day = dayTaken(schema, table, timeline);
  offerUndo(
    sessionOf(editor).undo,
    day === null
      ? 'Table turned into a timeline'
      : `Table turned into a timeline; its first time names no day, so ${day} was taken`,
  );
}

function offers(editor: Editor, doc: Node): DecorationSet {
  const decorations: Decoration[] = [];
  doc.forEach((table, position) => {
    if (table.type.name !== 'table') return;
    const fits = known.get(table) ?? isTimelineTable(doc.type.schema, table);
    known.set(table, fits);
    if (!fits) return;
    decorations.push(
      Decoration.node(position, position + table.nodeSize, { class: styles.offered ?? '' }),
      // In its first cell, since beside the table it would count as a block of the page.
      Decoration.widget(position + 3, (_view, getPos) => offerButton(editor, getPos), {
        side: -1,
        key: 'turn-into-timeline',
        ignoreSelection: true,
        stopEvent: () => true,
      }),
    );
  });
  return DecorationSet.create(doc, decorations);
}

function offerButton(editor: Editor, getPos: () => number | undefined): HTMLElement {
  const button = drawnButton({
    kind: 'link',
    words: 'Turn into timeline',
    onPress: () => {
      const position = getPos();
      if (position !== undefined) turnIntoTimeline(editor, position - 3);
    },
  });
  return drawnPart('div', { class: styles.offer }, button);
}

/** Offers to turn a table with times into a timeline, on the table. */
export const tableOffer = Extension.create({
  name: 'tableOffer',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key,
        state: {
          init: (_, { doc }) => offers(editor, doc),
          apply: (tr, drawn) => (tr.docChanged ? offers(editor, tr.doc) : drawn),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});
