import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { nodeFileSystem } from '../../../storage/nodeFileSystem.ts';
import { createDocument, type OpenDocument, type OpenRequest } from '../index.ts';
import { stateWith } from './writer.testkit.ts';

/** A folder of this test's own on the real disk, with the request to open `name` in it. */
export function realFolder(): { readonly folder: string; readonly request: (name?: string) => OpenRequest } {
  const folder = mkdtempSync(join(tmpdir(), 'debrief-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    request: (name = 'a.debrief') => ({
      fs: nodeFileSystem,
      path: join(folder, name),
      dataFolder: join(folder, 'data'),
      gate: () => ({ kind: 'ok' }),
    }),
  };
}

/** A new document with the word "seeded" in it. */
export const newDocument = (request: OpenRequest, documentId = 'real-1'): Promise<OpenDocument> =>
  createDocument({ ...request, documentId, initial: stateWith('seeded') });

/** Resolves once `holds` is true; it is asked again after everything that may change it. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1_000; tries++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`never: ${what}`);
}
