import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { sessionOf } from '../editorContext.ts';
import styles from './find.module.css';
import { type Match, matchesOf } from './matches.ts';

export interface FindState {
  readonly query: string;
  readonly matchCase: boolean;
  readonly matches: readonly Match[];
  /** Index of the match that is shown, or -1. */
  readonly current: number;
}

const NOTHING: FindState = { query: '', matchCase: false, matches: [], current: -1 };

const key = new PluginKey<FindState>('find');

export const findStateOf = (editor: Editor): FindState => key.getState(editor.state) ?? NOTHING;

/** Marks all matches of the query and keeps them right while the text changes. */
export const find = Extension.create({
  name: 'find',
  addProseMirrorPlugins: () => [
    new Plugin<FindState>({
      key,
      state: {
        init: () => NOTHING,
        apply: (tr, state) => {
          const asked = tr.getMeta(key) as Partial<FindState> | undefined;
          if (asked === undefined && (!tr.docChanged || state.query === '')) return state;
          const next = { ...state, ...asked };
          const matches = matchesOf(tr.doc, next.query, next.matchCase);
          return { ...next, matches, current: Math.min(next.current, matches.length - 1) };
        },
      },
      props: {
        decorations: (state) => {
          const { matches, current } = key.getState(state) ?? NOTHING;
          return DecorationSet.create(
            state.doc,
            matches.map(({ from, to }, index) =>
              Decoration.inline(from, to, {
                class: (index === current ? styles.current : styles.match) ?? '',
              }),
            ),
          );
        },
      },
    }),
  ],
});

/** Looks for a text, beginning at the selection. An empty query ends the search. */
export function lookFor(editor: Editor, query: string, matchCase: boolean): void {
  const { from } = editor.state.selection;
  const matches = matchesOf(editor.state.doc, query, matchCase);
  const ahead = matches.findIndex((match) => match.to >= from);
  show(editor, { query, matchCase, current: matches.length === 0 ? -1 : Math.max(0, ahead) });
}

/** Goes to the next match, or the one before; around the ends. */
export function step(editor: Editor, by: 1 | -1): void {
  const { matches, current } = findStateOf(editor);
  if (matches.length > 0) show(editor, { current: (current + by + matches.length) % matches.length });
}

function show(editor: Editor, change: Partial<FindState>): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, change));
  const { matches, current } = findStateOf(editor);
  const match = matches[current];
  if (match === undefined) return;
  const { tr } = editor.state;
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, match.from, match.to)));
  // The focus is in the find bar, and ProseMirror scrolls only to where the focus is.
  const { node } = editor.view.domAtPos(match.from);
  (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
}

/** Replaces the match that is shown, and goes to the next. */
export function replaceCurrent(editor: Editor, by: string): void {
  const { matches, current, query, matchCase } = findStateOf(editor);
  const match = matches[current];
  if (match === undefined || !editor.isEditable) return;
  editor.view.dispatch(editor.state.tr.insertText(by, match.from, match.to));
  lookFor(editor, query, matchCase);
}

/** Replaces every match, as one step of undo. @returns how many there were */
export function replaceAll(editor: Editor, by: string): number {
  const { matches } = findStateOf(editor);
  if (matches.length === 0 || !editor.isEditable) return 0;
  const { undo } = sessionOf(editor);
  undo.stopCapturing();
  const { tr } = editor.state;
  for (const { from, to } of [...matches].reverse()) tr.insertText(by, from, to);
  editor.view.dispatch(tr);
  undo.stopCapturing();
  return matches.length;
}
