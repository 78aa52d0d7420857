import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { withLineAbove } from './lineAbove.ts';

const { nodes } = postmortemSchema;
const text = (words: string): Node => postmortemSchema.text(words);
const paragraph = (words = ''): Node => nodes.paragraph!.create(null, words === '' ? [] : [text(words)]);
const doc = (...blocks: readonly Node[]): Node => nodes.doc!.create(null, blocks);

const enterAt = (document: Node, caret: number) =>
  withLineAbove(EditorState.create({ doc: document, selection: TextSelection.create(document, caret) }));

describe('Enter at the beginning of a block', () => {
  it('puts an empty line above and leaves the block itself as it is, with the caret', () => {
    const heading = nodes.heading!.create({ level: 2, section: 'summary' }, [text('Summary')]);
    const after = enterAt(doc(heading, paragraph('words')), 1);
    expect(after?.doc.toString()).toBe('doc(paragraph, heading("Summary"), paragraph("words"))');
    expect(after?.doc.child(1)).toBe(heading);
    expect(after?.selection.from).toBe(3);
  });

  it('puts an empty item above in a list, not a line into the item', () => {
    const item = nodes.listItem!.create(null, [paragraph('first')]);
    const after = enterAt(doc(nodes.bulletList!.create(null, [item])), 3);
    expect(after?.doc.toString()).toBe('doc(bulletList(listItem(paragraph), listItem(paragraph("first"))))');
    expect(after?.doc.child(0).child(1)).toBe(item);
  });

  it('puts an unticked task above a ticked one', () => {
    const item = nodes.taskItem!.create({ checked: true }, [paragraph('done')]);
    const after = enterAt(doc(nodes.taskList!.create(null, [item])), 3);
    expect(after?.doc.child(0).child(0).attrs.checked).toBe(false);
  });

  it('is left to others within the text, in an empty line and in code', () => {
    expect(enterAt(doc(paragraph('words')), 2)).toBeNull();
    expect(enterAt(doc(paragraph()), 1)).toBeNull();
    expect(enterAt(doc(nodes.codeBlock!.create(null, [text('code')])), 1)).toBeNull();
  });
});
