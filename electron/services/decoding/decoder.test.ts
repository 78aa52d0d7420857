import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { malformedUpdate } from '../../../shared/sync/boundedUpdate.ts';
import { Decoder, type DecoderProcess } from './decoder.ts';
import { forkDecoder } from './forkDecoder.ts';
import { conflicting, manyStructs } from './hostile.testkit.ts';

const started: DecoderProcess[] = [];
let decoder: Decoder;

beforeEach(() => {
  started.splice(0);
  decoder = new Decoder(() => {
    const child = forkDecoder();
    started.push(child);
    return child;
  });
});

afterEach(() => decoder.close());

const sound = (): Uint8Array => {
  const doc = new Y.Doc();
  for (let n = 0; n < 2_000; n++) doc.getText('text').insert(n % 7, `word ${n} `);
  return Y.encodeStateAsUpdate(doc);
};

const HOSTILE = [
  { what: 'that keeps Yjs busy for minutes', update: () => conflicting(12_000) },
  { what: 'that takes gigabytes of memory', update: () => manyStructs(20_000_000) },
];

test.each(HOSTILE)(
  'TH-15 an update $what, and that the bounded reader lets through, is stopped with its process',
  async ({ update }) => {
    const hostile = update();
    expect(malformedUpdate(hostile)).toBeNull();
    await expect(decoder.tryUpdates([hostile])).rejects.toMatchObject({
      code: 'damaged',
      sentence: expect.stringContaining('more time or memory'),
    });
    // The next one is tried in a process of its own.
    await decoder.tryUpdates([sound()]);
    expect(started.length).toBe(2);
  },
);

test('TH-15 sound updates pass, one process for all of them', async () => {
  await Promise.all(Array.from({ length: 4 }, () => decoder.tryUpdates([sound(), sound()])));
  expect(started.length).toBe(1);
});

test('a process that cannot be started lets nothing pass', async () => {
  let ended = () => {};
  const broken = new Decoder(() => ({
    send: () => ended(),
    onAnswer: () => {},
    onEnd: (tell) => {
      ended = tell;
    },
    end: () => {},
  }));
  await expect(broken.tryUpdates([sound()])).rejects.toMatchObject({ code: 'damaged' });
});

test('what is being tried when the decoder is closed has failed at once', async () => {
  const trial = decoder.tryUpdates([conflicting(12_000)]);
  await new Promise((resolve) => setTimeout(resolve, 0));
  decoder.close();
  await expect(trial).rejects.toMatchObject({ code: 'damaged' });
  await decoder.tryUpdates([sound()]);
  expect(started.length).toBe(2);
});
