import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { PushQueue } from './pushQueue.ts';

/** A host that answers when the test says so. */
function slowHost() {
  const calls: { readonly update: Uint8Array; readonly answer: (error?: Error) => void }[] = [];
  const queue = new PushQueue(
    (update) =>
      new Promise((resolve, reject) => {
        calls.push({ update, answer: (error) => (error ? reject(error) : resolve()) });
      }),
    () => undefined,
  );
  return { calls, queue };
}

/** Writers of one word each, as updates. */
const word = (text: string): Uint8Array => {
  const doc = new Y.Doc();
  doc.getText('words').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
};
const wordsIn = (updates: readonly Uint8Array[]): string => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getText('words').toString();
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

it('merges what is typed while a call is under way into the next one', async () => {
  const { calls, queue } = slowHost();
  for (const text of ['one ', 'two ', 'three ']) queue.add(word(text));
  expect(calls).toHaveLength(1);
  calls[0]?.answer();
  await settled();
  expect(calls).toHaveLength(2);
  expect(
    wordsIn([calls[1]?.update ?? new Uint8Array()])
      .split(' ')
      .sort(),
  ).toEqual(['', 'three', 'two']);
  calls[1]?.answer();
  await queue.flush();
  expect(queue.isEmpty).toBe(true);
});

it('hands everything over at once while the host cannot save, and is not empty until it has', async () => {
  const { calls, queue } = slowHost();
  queue.add(word('one '));
  queue.add(word('two '));
  queue.hurry(true);
  queue.add(word('three '));
  const handedOver = wordsIn(calls.map(({ update }) => update));
  for (const text of ['one', 'two', 'three']) expect(handedOver).toContain(text);
  calls[0]?.answer();
  await settled();
  expect(queue.isEmpty).toBe(false);
  for (const { answer } of calls) answer();
  await queue.flush();
  expect(queue.isEmpty).toBe(true);
});

it('keeps what a failed call carried and sends it with the next edit', async () => {
  const { calls, queue } = slowHost();
  queue.add(word('one '));
  calls[0]?.answer(new Error('no'));
  await queue.flush();
  expect(queue.failure).toEqual(new Error('no'));
  expect(queue.isEmpty).toBe(false);
  queue.add(word('two '));
  expect(wordsIn([calls[1]?.update ?? new Uint8Array()]).length).toBe(8);
  calls[1]?.answer();
  await queue.flush();
  expect([queue.failure, queue.isEmpty]).toEqual([null, true]);
});
