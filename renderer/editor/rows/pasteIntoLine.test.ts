import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { pastedIntoLine } from './pasteIntoLine.ts';

const { nodes } = postmortemSchema;
const words = (text: string): Node => postmortemSchema.text(text);
const paragraph = (text: string): Node => nodes.paragraph!.create(null, words(text));
const item = (text: string): Node => nodes.checkItem!.create({ key: text }, words(text));

const LIST = nodes.bulletList!.create(
  null,
  ['b', 'c'].map((text) => nodes.listItem!.create(null, paragraph(text))),
);
const BLOCKS = Slice.maxOpen(Fragment.from([paragraph('a'), LIST]));

/** Pastes at `caret` in the first of two items, or in a question; `|` stands where the caret is afterwards. */
function pasted(block: Node, caret: number, slice: Slice): string | null {
  const doc = nodes.doc!.create(null, [block]);
  const tr = pastedIntoLine(EditorState.create({ doc, selection: TextSelection.create(doc, caret) }), slice);
  return tr === null ? null : tr.insertText('|').doc.firstChild!.toString();
}

const CHECKLIST = nodes.checklist!.create(null, [item('one'), item('two')]);
const CHAIN = nodes.whyChain!.create(null, [nodes.whyProblem!.create(null, words('Down'))]);

describe('blocks that are pasted into a cell of one line', () => {
  it('are items of their own at the end of a checklist’s item', () => {
    expect(pasted(CHECKLIST, 5, BLOCKS)).toBe(
      'checklist(checkItem("onea"), checkItem("b"), checkItem("c|"), checkItem("two"))',
    );
  });

  it('stay in the item before the words that follow', () => {
    expect(pasted(CHECKLIST, 3, BLOCKS)).toBe('checklist(checkItem("oa b c|ne"), checkItem("two"))');
  });

  it('stay in the line of a problem statement', () => {
    expect(pasted(CHAIN, 6, BLOCKS)).toBe('whyChain(whyProblem("Downa b c|"))');
  });

  it('are left to others with what has no line, such as a rule', () => {
    const slice = Slice.maxOpen(Fragment.from([paragraph('a'), nodes.horizontalRule!.create()]));
    expect(pasted(CHECKLIST, 5, slice)).toBeNull();
  });
});

it('a paste elsewhere is left to others', () => {
  expect(pasted(paragraph('one'), 2, BLOCKS)).toBeNull();
});
