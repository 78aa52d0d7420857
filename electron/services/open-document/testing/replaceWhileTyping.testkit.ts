import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFileSystem } from '../../../storage/nodeFileSystem.ts';
import { createDocument, openDocument, readDocument } from '../index.ts';
import { seededDraw } from './seededDraw.testkit.ts';
import { stateWith, textOf, Writer } from './writer.testkit.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Someone types; another edits an older copy of the file, and renames it over the file at a moment that is
 * drawn; both finish. Returns what is missing in the document, in the window or in the file, or null.
 */
async function oneReplacement(folder: string, seed: number): Promise<string | null> {
  const draw = seededDraw(seed);
  const request = {
    fs: nodeFileSystem,
    path: join(folder, 'a.debrief'),
    dataFolder: join(folder, 'data'),
    gate: () => ({ kind: 'ok' }) as const,
  };
  const document = await createDocument({
    ...request,
    documentId: 'replaced-1',
    initial: stateWith('seeded'),
  });
  const writer = new Writer(document);
  await writer.type('before');
  const path = join(folder, 'copy.debrief');
  copyFileSync(request.path, path);
  const copy = await openDocument({ ...request, path });
  const elsewhere = new Writer(copy);
  for (let n = draw(30); n >= 0; n--) await elsewhere.type(`elsewhere${n}`);
  await copy.close();

  const words = Array.from({ length: 10 + draw(30) }, (_, n) => `word${n}`);
  const replaceAt = draw(words.length);
  const typed: Promise<void>[] = [];
  for (const [n, word] of words.entries()) {
    typed.push(writer.type(word));
    if (n === replaceAt) renameSync(path, request.path);
    if (draw(2) === 0) await pause(draw(4));
  }
  await Promise.all(typed);
  await document.lookOutside();
  for (let tries = 0; document.saveState().kind !== 'saved' && tries < 500; tries++) await pause(10);
  const all = [...words, 'seeded', 'before', ...elsewhere.text.toString().trim().split(' ')];
  const places = {
    document: textOf(document.state()),
    window: writer.text.toString(),
    file: (await readDocument(request)).getText('text').toString(),
  };
  await document.close();
  const closed = (await readDocument(request)).getText('text').toString();
  for (const [place, text] of Object.entries({ ...places, closed })) {
    const present = new Set(text.trim().split(' '));
    const missing = all.filter((word) => !present.has(word));
    if (missing.length > 0) return `run ${seed}: ${missing.join(', ')} missing in the ${place}`;
  }
  return null;
}

/** Replaces a file while someone types, `runs` times. Returns the first loss, or null. */
export async function replaceWhileTyping(runs: number, seed: number): Promise<string | null> {
  for (let run = 0; run < runs; run++) {
    const folder = mkdtempSync(join(tmpdir(), 'debrief-replace-'));
    try {
      const lost = await oneReplacement(folder, seed + run);
      if (lost !== null) return lost;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return null;
}
