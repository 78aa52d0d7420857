import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { bodyOf } from '../../../shared/document/layout.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { openDocument } from '../open-document/index.ts';
import { Host, onDisk, place, shareOneFile, textAt, typing } from './hosts.testkit.ts';
import { startHolder } from './startHolder.testkit.ts';

shareOneFile();
const unlessWindows = test.skipIf(process.platform === 'win32');

/** What was typed in a program that joined, and only that and the holder knew when something came in place of the file. */
async function replacedBeforeTakingOver(replace: () => void | Promise<void>) {
  const holder = await startHolder();
  const joined = await new Host('second').hold();
  const second = typing(joined, 'second window');
  await second.type(' Acknowledged.');
  holder.kill('SIGSTOP');
  const typed = second.type(' On its way.');
  await replace();
  holder.kill('SIGKILL');
  return { joined, typed };
}

const KEPT = 'shared (kept).debrief';
const isKept = () => readdirSync(place.root).includes(KEPT);
const keptText = () => textAt(join(place.root, KEPT));

unlessWindows(
  'a file of a newer schema that is there when the holder goes is not edited, and what was typed goes into a copy',
  async () => {
    const newer = join(place.root, 'newer.debrief');
    const { joined, typed } = await replacedBeforeTakingOver(async () => {
      copyFileSync(place.path, newer);
      const document = await openDocument({
        fs: nodeFileSystem,
        path: newer,
        dataFolder: join(place.root, 'newer'),
        gate: () => ({ kind: 'ok' }),
      });
      const doc = new Y.Doc();
      bodyOf(doc).insert(0, [new Y.XmlElement('hologram')]);
      await document.push(Y.encodeStateAsUpdate(doc), null);
      await document.close();
      renameSync(newer, place.path);
    });
    const before = readFileSync(place.path);
    await expect(typed).rejects.toMatchObject({ code: 'read-only' });
    expect(joined.saveState()).toMatchObject({
      kind: 'read-only',
      sentence: expect.stringMatching(
        /the node “?hologram.*What you wrote is kept in “shared \(kept\)\.debrief”/,
      ),
    });
    expect(await keptText()).toBe('Start. Acknowledged. On its way.');
    expect(readFileSync(place.path)).toEqual(before);
  },
);

unlessWindows(
  'what is no file in its place when the holder goes is said, and what was typed goes into a copy until the file is back',
  async () => {
    const away = join(place.root, 'away');
    const { joined, typed } = await replacedBeforeTakingOver(() => {
      renameSync(place.path, away);
      execFileSync('mkfifo', [place.path]);
    });
    await expect.poll(isKept, { timeout: 5_000 }).toBe(true);
    await expect
      .poll(() => joined.saveState(), { timeout: 5_000 })
      .toMatchObject({
        kind: 'not-saved',
        sentence: `Something that is no postmortem was put in place of this file. What you wrote is kept in “${KEPT}”.`,
      });
    expect(await keptText()).toBe('Start. Acknowledged. On its way.');
    renameSync(away, place.path);
    await typed;
    expect(await onDisk()).toBe('Start. Acknowledged. On its way.');
    await expect.poll(() => joined.saveState()).toEqual({ kind: 'saved' });
  },
);
