import { expect, it } from 'vitest';
import type { OpenDocument } from './open-document/index.ts';
import { OpenDocuments } from './openDocuments.ts';

it('a document that could not be saved when it was closed is opened all the same', async () => {
  let failClosing: (error: Error) => void = () => {};
  const closing = new Promise<void>((_, reject) => {
    failClosing = reject;
  });
  const first = { close: () => closing } as OpenDocument;
  const second = { close: async () => {} } as OpenDocument;
  const found = [first, second];
  const documents = new OpenDocuments(async () => found.shift() as OpenDocument);
  await documents.hold('/a.debrief');
  const released = expect(documents.release('/a.debrief')).rejects.toThrow('the disk is full');
  const opened = documents.hold('/a.debrief');
  failClosing(new Error('the disk is full'));
  await released;
  expect(await opened).toBe(second);
});

it('of two paths that lead to one file, it is found by the document that holds it', async () => {
  const realPath = '/file.debrief';
  const joined = { realPath, holdsFile: false } as OpenDocument;
  const holder = { realPath, holdsFile: true } as OpenDocument;
  const found = [joined, holder];
  const documents = new OpenDocuments(async () => found.shift() as OpenDocument);
  await documents.hold('/link.debrief');
  expect(documents.holderOf(realPath)).toBeNull();
  await documents.hold(realPath);
  expect(documents.holderOf(realPath)).toBe(holder);
});
