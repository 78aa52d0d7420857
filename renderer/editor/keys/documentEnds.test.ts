import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { endOfText, selectedToEnd } from './documentEnds.ts';

const { nodes } = postmortemSchema;
const line = (words: string) => nodes.paragraph!.create(null, postmortemSchema.text(words));
const list = nodes.fieldList!.create(null, [
  nodes.field!.create({ key: 'customers' }, line('214')),
  nodes.field!.create({ key: 'slo' }, line('none')),
]);
const signOff = nodes.signOff!.create(null, nodes.signOffRow!.create());

it('the ends of a document are those of its first and its last text, whatever stands between them', () => {
  const doc = nodes.doc!.create(null, [
    line('First'),
    list,
    nodes.horizontalRule!.create(),
    line('Last'),
    signOff,
  ]);
  const [start, end] = [endOfText(doc, 'start'), endOfText(doc, 'end')];
  expect([start?.empty, start?.from]).toEqual([true, 1]);
  expect(end?.empty).toBe(true);
  expect(end?.$from.parent.textContent).toBe('Last');
  expect(end?.$from.parentOffset).toBe(4);
});

it('selects from where the selection began to either end', () => {
  const doc = nodes.doc!.create(null, [line('First'), list, line('Last')]);
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, 3, 5) });
  const words = (end: 'start' | 'end'): string | undefined => {
    const selection = selectedToEnd(state, end);
    return selection === null ? undefined : doc.textBetween(selection.from, selection.to, '|');
  };
  expect(words('end')).toBe('rst|214|none|Last');
  expect(words('start')).toBe('Fi');
});
