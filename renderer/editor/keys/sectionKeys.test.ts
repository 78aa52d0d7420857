import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { block, line, marked, placeOf } from '../rows/marked.testkit.ts';
import { pluginView } from '../rows/pluginView.testkit.ts';
import { headingBesideSelection } from './besideHeading.ts';
import { sectionKeys } from './sectionKeys.ts';

const heading = (words: string, section: string | null): object => ({
  ...block('heading', words),
  attrs: { level: 2, section },
});

/** The section of each heading, and its words. */
function headings(doc: Node): readonly string[] {
  const found: string[] = [];
  doc.check();
  doc.descendants((node) => {
    if (node.type.name === 'heading') found.push(`${node.attrs.section} ${node.textContent}`);
  });
  return found;
}

const withKeys = (state: EditorState): EditorState =>
  EditorState.create({
    doc: state.doc,
    selection: state.selection,
    plugins: sectionKeys.config.addProseMirrorPlugins?.call({} as never) ?? [],
  });

const dispatched = (state: EditorState, event: string, tr: Transaction): readonly string[] =>
  headings(state.applyTransaction(tr.setMeta('uiEvent', event)).state.doc);

/** The headings after the selected words were pasted at a mark. */
function pastedAt(mark: string, ...blocks: readonly object[]): readonly string[] {
  const state = withKeys(marked(...blocks));
  const at = placeOf(state.doc, mark);
  const { tr } = state;
  tr.setSelection(TextSelection.create(state.doc, at)).replaceSelection(state.selection.content());
  return dispatched(state, 'paste', tr);
}

describe('a heading of a section that is pasted', () => {
  const section = [heading('[Lessons', 'lessons'), line('learned]')];

  it('is an ordinary one while its section has one, above it or below', () => {
    expect(pastedAt('#', ...section, line('#'))).toEqual(['lessons [Lessons', 'null [Lessons']);
    expect(pastedAt('#', line('#'), ...section)).toEqual(['null [Lessons', 'lessons [Lessons']);
  });

  it('is an ordinary one in a field', () => {
    const field = block('fieldList', block('field', line('#'), line('more')));
    expect(pastedAt('#', ...section, field)).toEqual(['lessons [Lessons', 'null [Lessons']);
    const state = withKeys(marked(...section, field));
    const tr = state.tr.deleteSelection();
    const at = placeOf(tr.doc, '#');
    tr.setSelection(TextSelection.create(tr.doc, at)).replaceSelection(state.selection.content());
    expect(dispatched(state, 'drop', tr).at(-1)).toBe('null [Lessons');
  });

  it('is that of its section again where that one is replaced or was taken away', () => {
    const state = withKeys(marked(...section, line('#'), line('end')));
    const end = state.doc.child(0).nodeSize + state.doc.child(1).nodeSize;
    const cut = state.doc.slice(0, end);
    expect(
      dispatched(state, 'drop', state.tr.insert(state.doc.content.size, cut.content).delete(0, end)),
    ).toEqual(['lessons [Lessons']);
    expect(dispatched(state, 'paste', state.tr.replaceWith(0, end, cut.content))).toEqual([
      'lessons [Lessons',
    ]);
  });

  it('is one of two that come at once', () => {
    const state = withKeys(marked(line('#')));
    const two = marked(...section, ...section).doc.content;
    expect(dispatched(state, 'paste', state.tr.insert(0, two))).toEqual([
      'lessons [Lessons',
      'null [Lessons',
    ]);
  });

  it('is left as it is by everything else', () => {
    const state = withKeys(marked(...section));
    const tr = state.tr.insert(0, state.doc.content);
    expect(headings(state.applyTransaction(tr).state.doc)).toEqual(['lessons [Lessons', 'lessons [Lessons']);
  });
});

describe('a drag of what reaches into a section heading', () => {
  it('takes the words beside it only', () => {
    const view = pluginView(marked(line('some [words'), heading('Les]sons', 'lessons')), [
      headingBesideSelection,
    ]);
    expect(view.tell('dragstart')).toBe(false);
    expect(view.state.selection.content().content.toString()).toBe('<paragraph("[words")>');
  });

  it('takes nothing where it holds the edge of a heading only', () => {
    const state = marked(line('some words'), heading('Les]sons', 'lessons'));
    const edge = TextSelection.create(state.doc, 11, placeOf(state.doc, ']'));
    const view = pluginView(state.apply(state.tr.setSelection(edge)), [headingBesideSelection]);
    // What is dragged may be something else, such as a picture.
    expect(view.tell('dragstart')).toBe(false);
    expect(view.state.selection.empty).toBe(true);
  });
});
