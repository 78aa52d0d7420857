import { writeSync } from 'node:fs';
import { nodeFileSystem } from '../../../storage/nodeFileSystem.ts';
import { createDocument, type OpenDocument, openDocument } from '../index.ts';
import { machineSurroundings } from '../surroundings.ts';
import { seededDraw } from './seededDraw.testkit.ts';
import { stateWith, Writer } from './writer.testkit.ts';

/**
 * A process that is killed: `node killedWriter.testkit.ts PATH DATA_FOLDER SEED`. It opens the document (makes
 * it the first time), works on it in every way, and says on its standard output, a line each, what it is about
 * to do and what was acknowledged. Lines are written before anything else happens.
 */
const [path = '', dataFolder = '', seed = '0'] = process.argv.slice(2);
const draw = seededDraw(Number(seed));
const say = (line: string) => writeSync(1, `${line}\n`);

const request = {
  fs: nodeFileSystem,
  path,
  dataFolder,
  gate: () => ({ kind: 'ok' }) as const,
  surroundings: { ...machineSurroundings, limits: { recordsPerSnapshot: 15, historyBytes: 3_000 } },
};

async function openOrCreate(): Promise<OpenDocument> {
  try {
    return await openDocument(request);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    // A kill while the file was made left it without a record: nothing was acknowledged.
    if (error.code === 'damaged') await nodeFileSystem.unlink(path);
    else if (error.code !== 'not-found') throw error;
    return createDocument({ ...request, documentId: 'killed-1', initial: stateWith('seeded') });
  }
}

let count = 0;
const newWord = () => `w${seed}x${count++}`;

async function type(writer: Writer): Promise<void> {
  const word = newWord();
  await writer.type(word);
  say(`typed ${word}`);
}

const acts: ((document: OpenDocument, writer: Writer) => Promise<void>)[] = [
  (_, writer) => type(writer),
  (_, writer) => type(writer),
  async (_, writer) => {
    await Promise.all(Array.from({ length: 2 + draw(8) }, () => type(writer)));
  },
  async (_, writer) => {
    const word = newWord();
    await writer.type(word);
    say(`deleting ${word}`);
    await writer.delete(word);
    say(`deleted ${word}`);
  },
  async (document, writer) => {
    const bytes = Uint8Array.from({ length: 200 + draw(4_000) }, () => draw(256));
    const hash = await document.putImage(bytes, 'image/png');
    await writer.type(hash);
    say(`image ${hash}`);
  },
  async (document) => {
    const choice = draw(6);
    if (choice === 0) await document.compact();
    if (choice === 1) await document.removeDeletedText();
  },
];

for (;;) {
  const document = await openOrCreate();
  if (document.saveState().kind !== 'saved')
    throw new Error(`opened ${JSON.stringify(document.saveState())}`);
  say('ready');
  const writer = new Writer(document);
  const turns = 5 + draw(40);
  for (let n = 0; n < turns; n++) await acts[draw(acts.length)]?.(document, writer);
  writer.leave();
  await document.close();
}
