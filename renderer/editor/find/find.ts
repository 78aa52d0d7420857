import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { readFacts } from '../../../shared/document/facts.ts';
import { factsOf } from '../../../shared/document/layout.ts';
import { sessionOf } from '../editorContext.ts';
import styles from './find.module.css';
import { type FindPlace, findPlaces } from './findPlaces.ts';
import { elementOfPlace, focusPlace, markPlaces } from './shownPlaces.ts';

export interface FindState {
  readonly query: string;
  readonly matchCase: boolean;
  readonly places: readonly FindPlace[];
  /** Index of the place that is shown, or -1. */
  readonly current: number;
}

const NOTHING: FindState = { query: '', matchCase: false, places: [], current: -1 };

const key = new PluginKey<FindState>('find');

export const findStateOf = (editor: Editor): FindState => key.getState(editor.state) ?? NOTHING;

/** Marks all places of the query and keeps them right while the text and the facts change. */
export const find = Extension.create({
  name: 'find',
  addProseMirrorPlugins() {
    const { doc } = sessionOf(this.editor);
    return [
      new Plugin<FindState>({
        key,
        state: {
          init: () => NOTHING,
          apply: (tr, state) => {
            const asked = tr.getMeta(key) as Partial<FindState> | undefined;
            if (asked === undefined && (!tr.docChanged || state.query === '')) return state;
            const next = { ...state, ...asked };
            const places = findPlaces(tr.doc, readFacts(doc), next.query, next.matchCase);
            return { ...next, places, current: Math.min(next.current, places.length - 1) };
          },
        },
        props: {
          decorations: (state) => {
            const { places, current } = key.getState(state) ?? NOTHING;
            return DecorationSet.create(
              state.doc,
              places.flatMap((place, index) => {
                const look = { class: (index === current ? styles.current : styles.match) ?? '' };
                if (place.kind === 'text') return [Decoration.inline(place.from, place.to, look)];
                if (place.kind === 'fact' || place.cell !== null) return [];
                return [Decoration.node(place.position, place.position + 1, look)];
              }),
            );
          },
        },
        view: (view) => {
          const lookAgain = (): void => {
            if (key.getState(view.state)?.query) view.dispatch(view.state.tr.setMeta(key, {}));
          };
          factsOf(doc).observe(lookAgain);
          return {
            update: (_, before) => {
              const { places, current } = key.getState(view.state) ?? NOTHING;
              if (places.length > 0 || key.getState(before)?.places.length) {
                markPlaces(view, places, current);
              }
            },
            destroy: () => factsOf(doc).unobserve(lookAgain),
          };
        },
      }),
    ];
  },
});

/** Looks for a text, beginning at the selection. An empty query ends the search. */
export function lookFor(editor: Editor, query: string, matchCase: boolean): void {
  const { doc, selection } = editor.state;
  const places = findPlaces(doc, readFacts(sessionOf(editor).doc), query, matchCase);
  const ahead = places.findIndex((place) => isAhead(place, selection.from));
  show(editor, { query, matchCase, current: places.length === 0 ? -1 : Math.max(0, ahead) });
}

function isAhead(place: FindPlace, from: number): boolean {
  if (place.kind === 'fact') return false;
  return place.kind === 'text' ? place.to >= from : place.position >= from;
}

/** Goes to the next place, or the one before; around the ends. */
export function step(editor: Editor, by: 1 | -1): void {
  const { places, current } = findStateOf(editor);
  if (places.length > 0) show(editor, { current: (current + by + places.length) % places.length });
}

function show(editor: Editor, change: Partial<FindState>): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, change));
  const { places, current } = findStateOf(editor);
  const place = places[current];
  if (place === undefined) return;
  if (place.kind !== 'text') {
    elementOfPlace(editor.view, place)?.scrollIntoView({ block: 'center' });
    return;
  }
  const { tr } = editor.state;
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, place.from, place.to)));
  // The focus is in the find bar, and ProseMirror scrolls only to where the focus is.
  const { node } = editor.view.domAtPos(place.from);
  (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
}

/** Ends the search and goes on where it led: into the text, or to the control of a cell or a fact. */
export function leaveFind(editor: Editor): void {
  const { places, current } = findStateOf(editor);
  const place = places[current];
  const element = place === undefined ? null : elementOfPlace(editor.view, place);
  lookFor(editor, '', false);
  if (element === null) editor.view.focus();
  else focusPlace(element);
}

/** Replaces the place that is shown, where it is text, and goes to the next. */
export function replaceCurrent(editor: Editor, by: string): void {
  const { places, current, query, matchCase } = findStateOf(editor);
  const place = places[current];
  if (place?.kind !== 'text' || !editor.isEditable) return;
  editor.view.dispatch(editor.state.tr.insertText(by, place.from, place.to));
  lookFor(editor, query, matchCase);
}

/** Replaces all that is text, as one step of undo; cells and facts stay. @returns how many places there were */
export function replaceAll(editor: Editor, by: string): number {
  const texts = findStateOf(editor).places.filter((place) => place.kind === 'text');
  if (texts.length === 0 || !editor.isEditable) return 0;
  const { undo } = sessionOf(editor);
  undo.stopCapturing();
  const { tr } = editor.state;
  for (const { from, to } of [...texts].reverse()) tr.insertText(by, from, to);
  editor.view.dispatch(tr);
  undo.stopCapturing();
  return texts.length;
}
