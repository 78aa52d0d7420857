import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { indented } from './indentCode.ts';

const { doc, codeBlock } = postmortemSchema.nodes;

/** The code after the key, with `|` for each end of what is selected before it. */
function after(code: string, back: boolean): string {
  const anchor = code.indexOf('|');
  const text = code.replaceAll('|', '');
  const head = Math.max(anchor, code.lastIndexOf('|') - 1);
  const body = doc!.create(null, codeBlock!.create(null, text === '' ? [] : postmortemSchema.text(text)));
  const selection = TextSelection.create(body, anchor + 1, head + 1);
  return indented(EditorState.create({ doc: body, selection }), back).doc.textContent;
}

it('puts two spaces at the caret', () => {
  expect(after('if x|', false)).toBe('if x  ');
  expect(after('|', false)).toBe('  ');
});

it('indents the lines that are selected, and no line that is only touched by its start', () => {
  expect(after('a\nb|b\nc|c\nd', false)).toBe('a\n  bb\n  cc\nd');
  expect(after('|a\n|b', false)).toBe('  a\nb');
});

it('takes at most two spaces away from the line of the caret, or from those that are selected', () => {
  expect(after('a\n   b|', true)).toBe('a\n b');
  expect(after('  a|\n b\nc|', true)).toBe('a\nb\nc');
  expect(after('|a', true)).toBe('a');
  expect(after('|\n  a', true)).toBe('\n  a');
});
