import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { pluginView } from '../rows/pluginView.testkit.ts';
import { besideHeading, headingBesideSelection } from './besideHeading.ts';

const { nodes } = postmortemSchema;
const text = (words: string): readonly Node[] => [postmortemSchema.text(words)];
const line = (words: string): Node => nodes.paragraph!.create(null, text(words));
const heading = (words: string): Node =>
  nodes.heading!.create({ level: 2, section: 'timeline' }, text(words));

/** What is left selected of what stands between `[` and `]`; null where the selection is left as it is. */
function left(...blocks: readonly Node[]): string | null {
  const doc = nodes.doc!.create(null, blocks);
  const at = (mark: string): number => {
    let found = -1;
    doc.descendants((node, position) => {
      if (node.isText && node.text?.includes(mark)) found = position + node.text.indexOf(mark);
    });
    return found;
  };
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, at('['), at(']')) });
  const selection = besideHeading(state);
  return selection === null ? null : doc.textBetween(selection.from, selection.to, '|');
}

describe('a selection that reaches into a section heading', () => {
  it('ends with the text above it, whether it touches the heading or takes words of it', () => {
    expect(left(line('some [words'), heading(']Timeline'))).toBe('[words');
    expect(left(line('some [words'), heading('Time]line'))).toBe('[words');
    expect(left(line('some [words'), heading('Timeline]'))).toBe('[words');
  });

  it('is a caret where nothing above it is selected', () => {
    const doc = nodes.doc!.create(null, [line('words'), heading('Timeline')]);
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, 6, 8) });
    expect(besideHeading(state)).toMatchObject({ from: 6, to: 6 });
  });

  it('begins with the text below it, and is a caret at the heading where there is none', () => {
    expect(left(heading('Time[line'), line('some] words'))).toBe('some');
    expect(left(heading('Time[line'), heading(']Next'))).toBe('');
    expect(left(heading('One['), line('words'), heading(']Two'))).toBe('words');
  });

  it('is left as it is within the heading, over it, and from its beginning', () => {
    expect(left(heading('[Time]line'))).toBeNull();
    expect(left(line('some [words'), heading('Timeline'), line('more] words'))).toBeNull();
    expect(left(heading('[Timeline'), line('more] words'))).toBeNull();
  });

  it('is left as it is at an ordinary heading', () => {
    const smaller = nodes.heading!.create({ level: 3 }, text('De]tail'));
    expect(left(line('some [words'), smaller)).toBeNull();
  });
});

describe('an input method that no key was heard of', () => {
  it('writes beside the heading', () => {
    const doc = nodes.doc!.create(null, [line('some words'), heading('Timeline')]);
    const selection = TextSelection.create(doc, 6, 15);
    const view = pluginView(EditorState.create({ doc, selection }), [headingBesideSelection]);
    expect(view.tell('compositionstart')).toBe(false);
    expect(view.state.selection).toMatchObject({ from: 6, to: 11 });
  });
});
