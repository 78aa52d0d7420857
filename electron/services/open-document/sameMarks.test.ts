import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { SEED } from '../../../shared/testing/seed.testkit.ts';
import { type OpenDocument, readDocument } from './index.ts';
import { newDocument, realFolder, until } from './testing/realFolder.testkit.ts';

const FROM_HOST = 'from the host';

/** A window on the document: it pushes what changes in it, and takes what others push. */
class Window {
  readonly doc = new Y.Doc();
  readonly #document: OpenDocument;
  #isConnected = false;

  constructor(document: OpenDocument, clientId: number) {
    this.#document = document;
    this.doc.clientID = clientId;
    Y.applyUpdate(this.doc, document.state(), FROM_HOST);
  }

  get text(): Y.XmlText {
    return this.doc.getXmlFragment('body').get(0) as Y.XmlText;
  }

  /** Meets the others: hands in what was written so far, then takes and hands in as it comes. */
  connect(): void {
    if (this.#isConnected) return;
    this.#isConnected = true;
    const document = this.#document;
    document.subscribe({
      update: (update, from) => {
        if (from !== this) Y.applyUpdate(this.doc, update, FROM_HOST);
      },
      saveState: () => {},
    });
    void document.push(Y.encodeStateAsUpdate(this.doc), this);
    Y.applyUpdate(this.doc, document.state(), FROM_HOST);
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== FROM_HOST) void document.push(update, this);
    });
  }
}

interface Act {
  readonly window: number;
  readonly at: number;
  readonly length: number;
  readonly mark: 'bold' | 'italic';
  readonly kind: 'mark' | 'unmark' | 'type' | 'connect';
}

const anyAct: fc.Arbitrary<Act> = fc.record({
  window: fc.nat(2),
  at: fc.nat(3),
  length: fc.integer({ min: 1, max: 3 }),
  mark: fc.constantFrom('bold', 'italic'),
  kind: fc.constantFrom('mark', 'mark', 'unmark', 'type', 'connect'),
});

function perform(window: Window, { kind, at, length, mark }: Act): void {
  if (kind === 'connect') window.connect();
  else if (kind === 'type') window.text.insert(at, 'x', {});
  else window.text.format(at, length, { [mark]: kind === 'mark' ? true : null });
}

test('DF-7 whatever marks people set at once, offline and on, come out alike in the host, each window and the file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 4, maxLength: 24 }), async (acts) => {
      const { request } = realFolder();
      const document = await newDocument(request());
      const start = new Y.Doc();
      start.getXmlFragment('body').insert(0, [new Y.XmlText('words here')]);
      await document.push(Y.encodeStateAsUpdate(start), 'start');
      const windows = [100, 102, 103].map((clientId) => new Window(document, clientId));
      for (const act of acts) perform(windows[act.window] as Window, act);
      for (const window of windows) window.connect();

      await until('all is saved', () => document.saveState().kind === 'saved');
      const shown = new Window(document, 104).text.toDelta();
      for (const { text } of windows) expect(text.toDelta()).toEqual(shown);
      await document.close();
      const inFile = (await readDocument(request())).getXmlFragment('body').get(0) as Y.XmlText;
      expect(inFile.toDelta()).toEqual(shown);
    }),
    { seed: SEED, numRuns: 100 },
  );
});
