import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { readBody } from '../../../shared/markdown/blocks/readBody.ts';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { newLineBelow } from './lineBelowPaste.ts';

/** With the caret at the start of the last block. */
function atLastBlock(markdown: string): EditorState {
  const doc = postmortemSchema.nodeFromJSON({ type: 'doc', content: readBody(markdown) });
  const start = doc.content.size - (doc.lastChild?.nodeSize ?? 0) + 1;
  return EditorState.create({ doc, selection: TextSelection.create(doc, start) });
}

it('what is typed after a table at the end of a section is no part of the next heading', () => {
  const state = atLastBlock('| a | b |\n| - | - |\n| 1 | 2 |\n\n## Next\n');
  const tr = newLineBelow(state);
  expect(tr).not.toBeNull();
  expect(tr?.selection.$from.parent.type.name).toBe('paragraph');
  expect(tr?.doc.lastChild?.textContent).toBe('Next');
  expect(tr?.doc.childCount).toBe(3);
});

it('a caret in a heading below other words stays there', () => {
  expect(newLineBelow(atLastBlock('Words\n\n## Next\n'))).toBeNull();
});

it('a caret in a line below a table stays there', () => {
  expect(newLineBelow(atLastBlock('| a | b |\n| - | - |\n| 1 | 2 |\n\nNext\n'))).toBeNull();
});
