import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFileSystem } from '../../../storage/nodeFileSystem.ts';
import { readForUse } from '../../../storage/readForUse.ts';
import type { Draw } from '../../../storage/testing/powerCut.testkit.ts';
import { bundleWriter } from './bundleWriter.testkit.ts';
import { seededDraw } from './seededDraw.testkit.ts';

export interface KillReport {
  readonly kills: number;
  /** Acknowledgements that came over the pipe. */
  readonly acknowledged: number;
  /** What was acknowledged and is not so, or null. */
  readonly lost: string | null;
}

interface Acknowledged {
  readonly words: Set<string>;
  readonly deleted: Set<string>;
  readonly images: Set<string>;
  count: number;
}

function hear(line: string, acknowledged: Acknowledged): void {
  const [what = '', word = ''] = line.split(' ');
  if (what === 'typed') acknowledged.words.add(word);
  else if (what === 'deleting') acknowledged.words.delete(word);
  else if (what === 'deleted') acknowledged.deleted.add(word);
  else if (what === 'image') acknowledged.images.add(word);
  else return;
  acknowledged.count++;
}

/** One life of a writer: it is killed at a moment that is drawn. Throws when it ends by itself. */
async function oneLife(child: ChildProcess, draw: Draw, acknowledged: Acknowledged): Promise<void> {
  let text = '';
  let errors = '';
  let wasKilled = false;
  const kill = () => {
    wasKilled = true;
    child.kill('SIGKILL');
  };
  // One in eight dies while it starts; the others at their work.
  const diesYoung = draw(8) === 0;
  if (diesYoung) setTimeout(kill, draw(400));
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
      const line = text.slice(0, end);
      text = text.slice(end + 1);
      if (line === 'ready' && !diesYoung && !wasKilled) setTimeout(kill, draw(400));
      hear(line, acknowledged);
    }
  });
  await new Promise<void>((resolve) => child.once('close', () => resolve()));
  if (!wasKilled) throw new Error(`the writer ended by itself: ${errors}`);
}

async function whatIsLost(path: string, { words, deleted, images }: Acknowledged): Promise<string | null> {
  if (words.size === 0) return null;
  const { file, replayed, damage } = await readForUse(nodeFileSystem, path, 'read');
  await file.close();
  const present = new Set(replayed.doc.getText('text').toString().split(' '));
  const lost = [...words].find((word) => !present.has(word));
  if (lost !== undefined) return `the word ${lost}`;
  const back = [...deleted].find((word) => present.has(word));
  if (back !== undefined) return `the deletion of ${back}`;
  const image = [...images].find((hash) => !replayed.images.has(hash));
  if (image !== undefined) return `the image ${image}`;
  return damage.length === 0 ? null : `the file is damaged: ${JSON.stringify(damage)}`;
}

/** Kills a process that writes a document, `kills` times, and looks each time at what it had acknowledged. */
export async function killWriters(kills: number, seed: number): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'debrief-kill-'));
  const path = join(folder, 'a.debrief');
  const draw = seededDraw(seed);
  const acknowledged: Acknowledged = { words: new Set(), deleted: new Set(), images: new Set(), count: 0 };
  try {
    const writer = await bundleWriter(folder);
    for (let n = 0; n < kills; n++) {
      const child = spawn(process.execPath, [writer, path, join(folder, 'data'), String(seed + n)], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      await oneLife(child, draw, acknowledged);
      const lost = await whatIsLost(path, acknowledged);
      if (lost !== null) return { kills: n + 1, acknowledged: acknowledged.count, lost };
    }
    return { kills, acknowledged: acknowledged.count, lost: null };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
