import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { SEED } from '../testing/seed.testkit.ts';
import { malformedUpdate } from './boundedUpdate.ts';

/** One edit of every kind of content that Yjs has. */
const EDITS: readonly ((doc: Y.Doc, n: number) => void)[] = [
  (doc, n) => doc.getText('text').insert(n % (doc.getText('text').length + 1), `é𝒳${n} `),
  (doc, n) => doc.getText('text').insert(0, 'b', { bold: n % 2 === 0 }),
  (doc) => doc.getText('text').length > 2 && doc.getText('text').delete(1, 2),
  (doc, n) => doc.getText('text').insertEmbed(0, { image: n }),
  (doc, n) => doc.getMap('map').set(`k${n % 3}`, n),
  (doc, n) =>
    doc.getMap('map').set(`k${n % 3}`, [n, -n, n / 3, null, true, { deep: ['ß', 2 ** 40] }, undefined]),
  (doc, n) => doc.getMap('map').set('big', BigInt(n)),
  (doc, n) => doc.getMap('map').set('bytes', Uint8Array.of(n & 255, 1, 2)),
  (doc, n) => doc.getArray('array').insert(0, [n, 'x', new Y.Map([['a', n]])]),
  (doc) => doc.getArray('array').length > 1 && doc.getArray('array').delete(0, 2),
  (doc, n) => {
    const element = new Y.XmlElement('timelineRow');
    element.setAttribute('at', `2026-11-24T14:${n % 60}`);
    element.insert(0, [new Y.XmlText('event')]);
    doc.getXmlFragment('body').insert(0, [element]);
  },
  (doc) => doc.getXmlFragment('body').length > 0 && doc.getXmlFragment('body').delete(0, 1),
  (doc) => doc.getMap('map').set('sub', new Y.Doc({ guid: 'sub' })),
];

const edits = fc.array(fc.tuple(fc.nat(EDITS.length - 1), fc.nat(200), fc.boolean()), {
  minLength: 1,
  maxLength: 30,
});

/** What two replicas send each other while they edit, sometimes without hearing of each other. */
function updatesOf(plan: readonly (readonly [number, number, boolean])[]): Uint8Array[] {
  const replicas = [new Y.Doc(), new Y.Doc()] as const;
  const updates: Uint8Array[] = [];
  for (const [edit, n, second] of plan) {
    const doc = replicas[second ? 1 : 0];
    const before = Y.encodeStateVector(doc);
    doc.transact(() => EDITS[edit]?.(doc, n));
    updates.push(Y.encodeStateAsUpdate(doc, before));
    if (n % 2 === 0) Y.applyUpdate(replicas[0], Y.encodeStateAsUpdate(replicas[1]));
    if (n % 3 === 0) Y.applyUpdate(replicas[1], Y.encodeStateAsUpdate(replicas[0]));
  }
  updates.push(...replicas.map((doc) => Y.encodeStateAsUpdate(doc)), Y.mergeUpdates(updates));
  if (updates.length > 3) updates.push(Y.mergeUpdates(updates.filter((_, i) => i % 2 === 0)));
  return updates;
}

test('whatever Yjs writes is sound', () => {
  fc.assert(
    fc.property(edits, (plan) => {
      for (const update of updatesOf(plan)) expect(malformedUpdate(update)).toBeNull();
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test('an update that is cut anywhere is malformed', () => {
  fc.assert(
    fc.property(edits, fc.nat(), (plan, at) => {
      const [update = new Uint8Array([0, 0])] = updatesOf(plan);
      expect(malformedUpdate(update.subarray(0, at % update.length))).not.toBeNull();
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test('TH-15 what is let through after its bytes were changed, Yjs takes without breaking the document', () => {
  let through = 0;
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(edits, changes, fc.nat(), (plan, spoiled, which) => {
      const updates = updatesOf(plan);
      const update = (updates[which % updates.length] ?? new Uint8Array()).slice();
      for (const [at, value] of spoiled) update[at % update.length] = value;
      if (malformedUpdate(update) !== null) return;
      through++;
      for (const doc of [new Y.Doc(), new Y.Doc()]) {
        Y.applyUpdate(doc, updates[0] ?? new Uint8Array([0, 0]));
        try {
          Y.applyUpdate(doc, update);
        } catch {
          // Text that is no UTF-8 or JSON: Yjs refuses it while it reads, before it changes anything.
        }
        doc.getText('text').insert(0, 'still works');
        const copy = new Y.Doc();
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
        expect(copy.getText('text').toString()).toContain('still works');
      }
    }),
    { seed: SEED, numRuns: 3_000 },
  );
  expect(through).toBeGreaterThan(300);
});

test.each([
  ['structs', [1, 255, 255, 255, 127, 1, 0]],
  ['writers', [255, 255, 255, 127, 1, 1, 0]],
  ['letters', [1, 1, 1, 0, 4, 1, 1, 116, 255, 255, 255, 127, 97, 0]],
  ['values', [1, 1, 1, 0, 8, 1, 1, 116, 255, 255, 255, 127, 127, 0]],
  ['bytes', [1, 1, 1, 0, 3, 1, 1, 116, 255, 255, 255, 127, 1, 0]],
  ['deletions', [0, 1, 1, 255, 255, 255, 127, 1, 1]],
])('FF-20 TH-15 an update of a few bytes that announces millions of %s is refused', (_what, bytes) => {
  expect(malformedUpdate(Uint8Array.from(bytes))).toBe('it announces more than it holds');
});

test('TH-15 values that are nested without end, and items that stand on themselves, are refused', () => {
  const nested = Array.from({ length: 500 }, () => [117, 1]).flat();
  expect(malformedUpdate(Uint8Array.from([1, 1, 1, 0, 8, 1, 1, 116, 1, ...nested, 127, 0]))).toContain(
    'nested',
  );
  expect(malformedUpdate(Uint8Array.from([1, 1, 1, 0, 0x84, 1, 0, 1, 97, 0]))).toBe(
    'an item refers to itself',
  );
});
