import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { postmortemSchema } from '../../../../shared/schema/postmortemSchema.ts';
import { tableAround } from './tableAround.ts';

const { doc, paragraph, table, tableRow, tableCell } = postmortemSchema.nodes;
const line = (words: string): Node => paragraph!.create(null, postmortemSchema.text(words));
const tableOf = (...blocks: readonly Node[]): Node =>
  table!.create(null, tableRow!.create(null, tableCell!.create(null, blocks)));

it('the table around a caret is the innermost one, and none outside of tables', () => {
  const inner = tableOf(line('in'));
  const body = doc!.create(null, [line('out'), tableOf(line('around'), inner)]);
  const around = (words: string) => {
    let at = 0;
    body.descendants((node, position) => {
      if (node.text === words) at = position;
    });
    return tableAround(TextSelection.create(body, at))?.node;
  };
  expect(around('in')).toBe(inner);
  expect(around('around')).toBe(body.child(1));
  expect(around('out')).toBeUndefined();
});
