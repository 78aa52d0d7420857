import { type Editor, Extension } from '@tiptap/core';
import { NodeSelection, Plugin, PluginKey, type Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import * as Y from 'yjs';
import { bodyOf } from '../../../shared/document/layout.ts';
import { blockContainer } from '../commands/blockContainer.ts';
import { positionOfPath } from '../commands/blockPath.ts';
import { pathOfElement } from '../commands/pathOfElement.ts';
import { sessionOf } from '../editorContext.ts';
import { timelineControls } from '../nodes/timeline/controls.ts';
import { focusForm } from '../rows/deleteRow.ts';
import { rowBeside, textAbove } from './besideGone.ts';
import { type PlaceInRow, placeInRow, selectionInMoved } from './placeInRow.ts';

/** The row that held the caret, or the block of the body beside rows. */
interface Holder {
  /** Null beside rows. */
  readonly place: PlaceInRow | null;
  readonly element: Y.XmlElement;
  readonly container: Y.XmlFragment;
  /** Before it in the container, which stays right when it is gone. */
  readonly before: Y.RelativePosition;
}

const BEFORE_THE_BINDING = 1001;

/** Whether the selection is a row beside one that somebody else took away, which nobody here has chosen. */
const UNCHOSEN = new PluginKey<boolean>('followedCaret');

/**
 * Has the caret go with a row that somebody else moves. For Yjs the row is gone and another has come, and y-tiptap 3.0.9
 * puts the caret to what comes next: what is typed would stand in another row, or in the heading of the next section.
 * Where the row is gone for good, the one beside it is selected, and until the person goes elsewhere no key writes there or
 * takes it away.
 */
export const followedCaret = Extension.create({
  name: 'followedCaret',
  priority: BEFORE_THE_BINDING,
  addProseMirrorPlugins() {
    const { editor } = this;
    const { doc } = sessionOf(editor);
    let holder: Holder | null = null;
    const remember = ({ local }: Y.Transaction): void => {
      if (!local) holder = holderOf(editor);
    };
    const follow = ({ local }: Y.Transaction): void => {
      if (local || holder === null) return;
      const isGone = pathOfElement(bodyOf(doc), holder.element) === null;
      if (isGone) goFrom(editor, holder);
      holder = null;
    };
    return [
      new Plugin({
        key: UNCHOSEN,
        state: {
          init: () => false,
          apply: (tr, isUnchosen) =>
            tr.getMeta(UNCHOSEN) ?? (isUnchosen && tr.selection instanceof NodeSelection),
        },
        props: {
          handleKeyDown: (view, event) => {
            if (UNCHOSEN.getState(view.state) !== true) return false;
            if (GOING.has(event.key)) choose(view);
            return WRITING.has(event.key);
          },
          handleDOMEvents: {
            mousedown: (view) => {
              if (UNCHOSEN.getState(view.state) === true) choose(view);
              return false;
            },
            cut: refuseUnchosen,
            paste: refuseUnchosen,
          },
        },
        view: () => {
          doc.on('beforeTransaction', remember);
          doc.on('afterTransaction', follow);
          return {
            destroy: () => {
              doc.off('beforeTransaction', remember);
              doc.off('afterTransaction', follow);
            },
          };
        },
      }),
    ];
  },
});

function holderOf(editor: Editor): Holder | null {
  const { selection } = editor.state;
  const place = placeInRow(selection);
  const { $head } = selection;
  const position = place?.position ?? ($head.depth === 0 ? null : $head.before(1));
  const found = position === null ? null : blockContainer(editor, position);
  const element: unknown = found?.container.get(found.index);
  if (found === null || !(element instanceof Y.XmlElement)) return null;
  const before = Y.createRelativePositionFromTypeIndex(found.container, found.index);
  return { place, element, container: found.container, before };
}

function goFrom(editor: Editor, { place, element, container, before }: Holder): void {
  const { doc, selection } = editor.state;
  if (place === null) {
    if (element.nodeName !== 'heading') select(editor, textAbove(selection));
    return;
  }
  const moved = selectionInMoved(doc, place);
  const { doc: shared } = sessionOf(editor);
  const path = pathOfElement(bodyOf(shared), container);
  const index = Y.createAbsolutePositionFromRelativePosition(before, shared)?.index;
  if (moved !== null || path === null || index === undefined) {
    select(editor, moved ?? textAbove(selection));
    return;
  }
  const beside = rowBeside(doc, path, index);
  if (beside === null) goToForm(editor, path);
  else select(editor, beside, true);
}

/** Keys that write in a selected row or take it away; letters do neither. */
const WRITING: ReadonlySet<string> = new Set(['Backspace', 'Delete', 'Enter']);
/** Keys by which a person goes elsewhere, or on from where they are. */
const GOING: ReadonlySet<string> = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Tab',
  'Escape',
]);

const choose = (view: EditorView): void => view.dispatch(view.state.tr.setMeta(UNCHOSEN, false));

function refuseUnchosen(view: EditorView, event: Event): boolean {
  if (UNCHOSEN.getState(view.state) !== true) return false;
  event.preventDefault();
  return true;
}

function select({ view }: Editor, selection: Selection | null, isUnchosen = false): void {
  if (selection === null) return;
  const tr = view.state.tr
    .setSelection(selection)
    .setMeta('addToHistory', false)
    .setMeta(UNCHOSEN, isUnchosen);
  view.dispatch(view.hasFocus() ? tr.scrollIntoView() : tr);
}

/** To what adds a row to a form that has none left; who writes elsewhere meanwhile goes on there. */
function goToForm(editor: Editor, path: readonly number[]): void {
  const position = positionOfPath(editor.state.doc, path);
  if (position === null || !editor.view.hasFocus()) return;
  const timeline = timelineControls(editor.view, position);
  if (timeline === undefined) focusForm(editor, position);
  else timeline.focusQuickAdd('event');
}
