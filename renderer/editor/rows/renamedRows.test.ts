import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { renamedRows } from './renamedRows.ts';

const { nodes } = postmortemSchema;
const item = (attrs: object): Node => nodes.actionItem!.create(attrs, nodes.paragraph!.create());
const pasted = (...items: readonly Node[]): Slice =>
  new Slice(Fragment.from(nodes.actionList!.create(null, [...items])), 0, 0);

function rename(slice: Slice, present: readonly string[], seen: readonly (readonly [string, number])[] = []) {
  let next = 20;
  const context = {
    present: new Set(present),
    seen: new Map(seen),
    nameAction: () => {
      next += 1;
      return { id: `new${next}`, number: next };
    },
  };
  const renamed: object[] = [];
  renamedRows(slice, context).content.descendants((node) => {
    if (node.type.name === 'actionItem' || node.type.name === 'why') renamed.push(node.attrs);
  });
  return renamed;
}

describe('renamedRows', () => {
  it('names the copies of items that are still there anew', () => {
    const slice = pasted(item({ id: 'a', number: 1, owner: 'Ruth' }), item({ id: 'b', number: 2 }));
    expect(rename(slice, ['a', 'b'], [['a', 1]])).toMatchObject([
      { id: 'new21', number: 21, owner: 'Ruth' },
      { id: 'new22', number: 22 },
    ]);
  });

  it('lets an item that was cut out of this document come back as itself', () => {
    expect(rename(pasted(item({ id: 'a', number: 1 })), [], [['a', 1]])).toMatchObject([
      { id: 'a', number: 1 },
    ]);
  });

  it('gives an item of another document a number of this one', () => {
    expect(rename(pasted(item({ id: 'x', number: 1 })), ['a'], [['a', 1]])).toMatchObject([
      { id: 'new21', number: 21 },
    ]);
  });

  it('keeps a link to a why that is here and drops one to a why that is not', () => {
    const slice = pasted(
      item({ id: 'a', number: 1, why: 'w' }),
      item({ id: 'b', number: 2, why: 'elsewhere' }),
    );
    expect(rename(slice, ['w', 'a', 'b'])).toMatchObject([{ why: 'w' }, { why: null }]);
  });

  it('keeps a link to a why that comes back with the item', () => {
    const chain = nodes.whyChain!.create(null, nodes.why!.create({ id: 'w' }));
    const list = nodes.actionList!.create(null, item({ id: 'a', number: 1, why: 'w' }));
    expect(rename(new Slice(Fragment.from([chain, list]), 0, 0), [], [['a', 1]])).toMatchObject([
      { id: 'w' },
      { id: 'a', number: 1, why: 'w' },
    ]);
  });

  it('gives a copied why an id of its own, and a cut one its own back', () => {
    const why = (id: string): Slice =>
      new Slice(Fragment.from(nodes.whyChain!.create(null, nodes.why!.create({ id }))), 0, 0);
    expect(rename(why('w'), ['w'])).not.toMatchObject([{ id: 'w' }]);
    expect(rename(why('w'), [])).toMatchObject([{ id: 'w' }]);
  });
});
