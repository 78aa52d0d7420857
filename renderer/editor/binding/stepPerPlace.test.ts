import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { hasGoneElsewhere } from './stepPerPlace.ts';

const line = (words: string) => postmortemSchema.nodes.paragraph!.create(null, postmortemSchema.text(words));
const state = EditorState.create({
  doc: postmortemSchema.nodes.doc!.create(null, [line('one'), line('two')]),
});
const at = (position: number) =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, position)));

it('going to another line is going elsewhere, within a line it is not', () => {
  expect(hasGoneElsewhere(at(2), at(7))).toBe(true);
  expect(hasGoneElsewhere(at(2), at(4))).toBe(false);
});

it('a line that is made by writing is not elsewhere', () => {
  const split = at(2).tr.split(2);
  expect(hasGoneElsewhere(at(2), at(2).apply(split))).toBe(false);
});
