import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { matchesShortcut } from '../../../ui/keyboard.ts';
import { deleteBlock } from '../../commands/deleteBlock.ts';
import { goToNewRow, insertRow } from '../../rows/addRow.ts';
import { asOneStep } from '../../rows/asOneStep.ts';
import { DrawnView, isBlank } from '../../rows/drawnView.ts';
import { placeCaret } from '../../rows/placeCaret.ts';
import { rowAt } from '../../rows/rowKind.ts';
import { whysIn } from './chain.ts';
import { makeActionFromWhy } from './makeAction.ts';
import { newWhy, WHY } from './whyKind.ts';
import { WhyQuestionPart } from './whyParts.ts';

/**
 * The keys of a chain beside those of every row: Enter goes from the problem to the question to the answer, Tab
 * takes the suggested question, Alt A makes an action of the why.
 */
export const whyKeys = Extension.create({
  name: 'whyKeys',
  priority: 1_100,
  addProseMirrorPlugins() {
    const { editor } = this;
    const makesAction = (event: KeyboardEvent, position: number): boolean => {
      if (!matchesShortcut(event, 'Alt+A')) return false;
      makeActionFromWhy(editor, position);
      return true;
    };
    return [
      new Plugin({
        key: new PluginKey('whyKeys'),
        props: {
          handleKeyDown: (view, event) => {
            const why = rowAt(view.state.doc, view.state.selection.from, WHY);
            if (why !== null && makesAction(event, why.position)) return true;
            const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
            if (event.key === 'Tab' && plain) return acceptQuestion(editor);
            if (event.key === 'Enter' && plain) return goOn(editor);
            if (event.key === 'Backspace' && plain) return removeSpare(editor);
            return matchesShortcut(event, 'Mod+Enter') && addFromBesideWhys(editor);
          },
        },
        view: (view) => {
          const onKeyDown = (event: KeyboardEvent): void => {
            if (!(event.target instanceof Element) || event.target.closest('[data-drawn]') === null) return;
            const around = DrawnView.around(event.target);
            if (around?.node.type.name !== 'why' || around.position === null) return;
            if (makesAction(event, around.position)) event.preventDefault();
          };
          view.dom.addEventListener('keydown', onKeyDown);
          return { destroy: () => view.dom.removeEventListener('keydown', onKeyDown) };
        },
      }),
    ];
  },
});

/** The node of a kind that holds the caret, with the position before it. */
function holder(editor: Editor, kind: string) {
  const { $from, empty } = editor.view.state.selection;
  if (!empty) return null;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === kind) {
      return { node: $from.node(depth), position: $from.before(depth), parent: $from.node(depth - 1), depth };
    }
  }
  return null;
}

function acceptQuestion(editor: Editor): boolean {
  const question = holder(editor, 'whyQuestion');
  const dom = question === null ? null : editor.view.nodeDOM(question.position);
  const view = dom instanceof Element ? DrawnView.around(dom) : null;
  return view instanceof WhyQuestionPart && view.accept();
}

function goOn(editor: Editor): boolean {
  const problem = holder(editor, 'whyProblem');
  if (problem !== null) return goToFirstWhy(editor, problem.position);
  const question = holder(editor, 'whyQuestion');
  if (question === null || !editor.isEditable) return false;
  const after = question.position + question.node.nodeSize;
  if (editor.view.state.doc.nodeAt(after)?.type.name !== 'whyAnswer') {
    const { whyAnswer, paragraph } = editor.schema.nodes;
    editor.view.dispatch(editor.view.state.tr.insert(after, whyAnswer!.create(null, paragraph!.create())));
  }
  placeCaret(editor, after);
  return true;
}

/** @param beside the position before another part of the chain */
function firstWhy(editor: Editor, beside: number) {
  const place = editor.view.state.doc.resolve(beside);
  return whysIn(place.parent, place.before(place.depth))[0];
}

function goToFirstWhy(editor: Editor, problem: number): boolean {
  const first = firstWhy(editor, problem);
  if (first === undefined) return addFromBesideWhys(editor);
  placeCaret(editor, first.position);
  return true;
}

/** Backspace takes away an empty problem or root cause while there is another one: a merge may bring two. */
function removeSpare(editor: Editor): boolean {
  const part = holder(editor, 'whyProblem') ?? holder(editor, 'rootCause');
  if (part === null || !isBlank(part.node) || !editor.isEditable) return false;
  let others = -1;
  part.parent.forEach(({ type }) => {
    if (type === part.node.type) others += 1;
  });
  if (others === 0) return false;
  return asOneStep(editor, () => deleteBlock(editor, part.position));
}

/** Ctrl Enter in the problem asks the first why; in the root cause one more at the end. One that is empty will do. */
function addFromBesideWhys(editor: Editor): boolean {
  const problem = holder(editor, 'whyProblem');
  if (problem !== null) {
    const first = firstWhy(editor, problem.position);
    if (first !== undefined && WHY.isEmpty(first.why)) placeCaret(editor, first.position);
    else insertRow(editor, WHY, newWhy(editor), problem.position + problem.node.nodeSize);
    return true;
  }
  const cause = holder(editor, 'rootCause');
  if (cause === null) return false;
  const chain = editor.view.state.doc.resolve(cause.position);
  goToNewRow(editor, WHY, chain.before(chain.depth));
  return true;
}
