import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { SEED } from '../testing/seed.testkit.ts';
import { readAbout } from './about.ts';
import { actionLabels, claimActionNumber, type NumberedAction } from './actionLabels.ts';
import { bodyOf, factsOf } from './layout.ts';
import { newId } from './newId.ts';

/** Few letters, so that ids often share their beginning and one is sometimes the beginning of another. */
const anyId = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 5 }),
  fc.constant(null).map(() => newId()),
);
const anyAction: fc.Arbitrary<NumberedAction> = fc.record({
  id: fc.option(anyId, { nil: null, freq: 8 }),
  number: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null, freq: 8 }),
});

describe('actionLabels', () => {
  it('is the number alone while no other item has it', () => {
    expect(
      actionLabels([
        { id: 'k7aa', number: 1 },
        { id: 'm2bb', number: 12 },
      ]),
    ).toEqual(['A1', 'A12']);
  });

  it('adds the beginning of the hidden id to both items of one number', () => {
    expect(
      actionLabels([
        { id: 'k7aa', number: 6 },
        { id: 'x', number: 5 },
        { id: 'm2bb', number: 6 },
      ]),
    ).toEqual(['A6-k7', 'A5', 'A6-m2']);
  });

  it('takes as many characters as tell the items apart', () => {
    expect(
      actionLabels([
        { id: 'k7aa', number: 6 },
        { id: 'k7ab', number: 6 },
      ]),
    ).toEqual(['A6-k7aa', 'A6-k7ab']);
  });

  it('gives two copies of one item one label', () => {
    expect(
      actionLabels([
        { id: 'k7aa', number: 6 },
        { id: 'k7aa', number: 6 },
      ]),
    ).toEqual(['A6', 'A6']);
  });

  it('says that an item has no number', () => {
    expect(actionLabels([{ id: 'k7aa', number: null }])).toEqual(['A?']);
  });

  it('labels two items alike exactly when they have one id and one number', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 8 }), (items) => {
        const labels = actionLabels(items);
        for (const [a, item] of items.entries()) {
          for (const [b, other] of items.entries()) {
            const same = item.number === other.number && (item.id ?? '') === (other.id ?? '');
            expect(labels[a] === labels[b]).toBe(same);
          }
        }
      }),
      { seed: SEED },
    );
  });

  it('does not depend on the order of the items', () => {
    const shuffled = fc
      .array(anyAction, { maxLength: 8 })
      .chain((items) =>
        fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
      );
    fc.assert(
      fc.property(shuffled, ([items, others]) => {
        const labels = new Map(items.map((item, place) => [item, actionLabels(items)[place]]));
        expect(actionLabels(others)).toEqual(others.map((item) => labels.get(item)));
      }),
      { seed: SEED },
    );
  });
});

describe('claimActionNumber', () => {
  it('begins with 1 and never gives a number twice, also after its item is gone', () => {
    const doc = new Y.Doc();
    expect([claimActionNumber(doc, []), claimActionNumber(doc, [1]), claimActionNumber(doc, [])]).toEqual([
      1, 2, 3,
    ]);
  });

  it('goes on after the highest number that an import brought', () => {
    expect(claimActionNumber(new Y.Doc(), [4, 9, 2])).toBe(10);
  });

  it('is not taken back by undo', () => {
    const doc = new Y.Doc();
    const undo = new Y.UndoManager([bodyOf(doc), factsOf(doc)], { trackedOrigins: new Set(['person']) });
    doc.transact(() => {
      claimActionNumber(doc, []);
      bodyOf(doc).insert(0, [new Y.XmlElement('actionList')]);
    }, 'person');
    undo.undo();
    expect(bodyOf(doc).length).toBe(0);
    expect(readAbout(doc).lastAction).toBe(1);
  });
});
