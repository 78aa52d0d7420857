import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { bodyOf } from '../../../shared/document/layout.ts';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import { duplicateFile } from '../../storage/duplicateFile.ts';
import type { FileSystem } from '../../storage/fileSystem.ts';
import { imagesAt } from '../../storage/imagesAt.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { trusted } from '../../storage/testing/trusted.testkit.ts';
import { openDocument } from '../open-document/index.ts';
import { Host, onDisk, place, shareOneFile, typing } from './hosts.testkit.ts';

shareOneFile();

/** Types many things without waiting in between; resolves when all are acknowledged. */
async function typeMany(typist: ReturnType<typeof typing>, name: string, count: number): Promise<string[]> {
  const words = Array.from({ length: count }, (_, at) => ` ${name}-${at};`);
  await Promise.all(
    words.map(async (word, at) => {
      await new Promise((later) => setTimeout(later, at));
      await typist.type(word);
    }),
  );
  return words;
}

/** The shared file in a program that nobody can join. */
const openAlone = () =>
  openDocument({
    fs: nodeFileSystem,
    path: place.path,
    dataFolder: join(place.root, 'alone'),
    gate: judgeUpdate,
    label: 'debrief compact',
  });

test('when the holder goes back to its library, the other takes the file over and goes on saving', async () => {
  const holder = new Host('first');
  await holder.hold();
  const joined = await new Host('second').hold();
  const second = typing(joined, 'second window');
  await second.type(' Before.');
  await holder.release();
  await second.type(' After.');
  expect(await onDisk()).toBe('Start. Before. After.');
  expect(joined.holdsFile).toBe(true);
  expect(joined.saveState()).toEqual({ kind: 'saved' });
});

test('while a file is taken over from a holder that has gone, nobody is told that it is read-only', async () => {
  const slow: FileSystem = {
    ...nodeFileSystem,
    open: async (...file) => {
      const opened = await nodeFileSystem.open(...file);
      const fsync = opened.fsync.bind(opened);
      return Object.assign(opened, {
        fsync: async () => {
          await new Promise((later) => setTimeout(later, 100));
          await fsync();
        },
      });
    },
  };
  const holder = new Host('first');
  await holder.hold();
  const joined = await new Host('second', judgeUpdate, slow).hold();
  const second = typing(joined, 'second window');
  await second.type(' Before.');
  const heard: string[] = [];
  joined.subscribe({
    update: () => {},
    saveState: ({ kind }) => heard.push(kind, joined.saveState().kind),
  });
  await holder.release();
  await expect.poll(() => joined.holdsFile, { interval: 5 }).toBe(true);
  await second.type(' After.');
  expect(new Set(heard)).toEqual(new Set(['saving', 'saved']));
});

test('a holder that opens the file again joins the one that took it over, and both show both', async () => {
  const holder = new Host('first');
  await holder.hold();
  const second = typing(await new Host('second').hold(), 'second window');
  await holder.release();
  await second.type(' Meanwhile.');
  const again = await holder.hold();
  expect(again.holdsFile).toBe(false);
  const first = typing(again, 'first window');
  await first.type(' Back.');
  await second.type(' Both.');
  expect(await onDisk()).toBe('Start. Meanwhile. Back. Both.');
  await expect.poll(() => first.text()).toBe('Start. Meanwhile. Back. Both.');
  expect(second.text()).toBe('Start. Meanwhile. Back. Both.');
});

test('a document that is opened while its holder closes it can be written at once', async () => {
  const holder = new Host('first');
  await holder.hold();
  const left = holder.release();
  const opened = await new Host('second').hold();
  await left;
  expect(opened.saveState().kind).not.toBe('read-only');
  await typing(opened, 'second window').type(' Written.');
  expect(await onDisk()).toBe('Start. Written.');
});

test('what is on its way while the holder closes is acknowledged when it is in the file, and not refused', async () => {
  const holder = new Host('first');
  await holder.hold();
  const second = typing(await new Host('second').hold(), 'second window');
  const typed = typeMany(second, 'second', 40);
  await new Promise((later) => setTimeout(later, 15));
  await holder.release();
  for (const word of await typed) expect(await onDisk()).toContain(word);
});

test('a holder that closes and opens again at once, again and again, costs nobody a word', async () => {
  const holder = new Host('first');
  await holder.hold();
  const second = typing(await new Host('second').hold(), 'second window');
  const third = typing(await new Host('third').hold(), 'third window');
  const typed = Promise.all([typeMany(second, 'second', 60), typeMany(third, 'third', 60)]);
  for (let times = 0; times < 3; times++) {
    const left = holder.release();
    await Promise.all([left, holder.hold()]);
  }
  const words = (await typed).flat();
  const text = await onDisk();
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
  await expect.poll(() => words.every((word) => second.text().includes(word))).toBe(true);
  await expect.poll(() => words.every((word) => third.text().includes(word))).toBe(true);
});

for (const how of ['release', 'close'] as const) {
  test(`of two that were joined, one takes over and the other joins it (${how})`, async () => {
    const names = ['first', 'second', 'third'];
    const programs = [];
    for (const name of names) {
      const host = new Host(name);
      const document = await host.hold();
      programs.push({ host, document, typist: typing(document, `${name} window`) });
    }
    while (programs.length > 1) {
      const at = programs.findIndex(({ document }) => document.holdsFile);
      const [gone] = programs.splice(at, 1);
      await gone?.host[how]();
      await Promise.all(programs.map(({ typist }, who) => typist.type(` ${programs.length}.${who};`)));
      expect(programs.filter(({ document }) => document.holdsFile)).toHaveLength(1);
      for (const { document } of programs) {
        await expect.poll(() => document.saveState(), { interval: 5 }).toEqual({ kind: 'saved' });
      }
    }
    const text = await onDisk();
    for (const word of [' 2.0;', ' 2.1;', ' 1.0;']) expect(text).toContain(word);
    expect(programs[0]?.typist.text()).toBe(text);
  });
}

test('pressing Retry in one program has the one that holds the file try again', async () => {
  await new Host('first').hold();
  const joined = await new Host('second').hold();
  rmSync(place.path);
  await expect.poll(() => joined.saveState()).toMatchObject({ kind: 'not-saved' });
  await joined.retry();
  expect(await onDisk()).toBe('Start.');
  await expect.poll(() => joined.saveState()).toEqual({ kind: 'saved' });
});

test('a file that becomes free is taken over by itself, and what was read-only can be written', async () => {
  const held = await openAlone();
  const waiting = await new Host('second').hold();
  expect(waiting.saveState()).toMatchObject({ kind: 'read-only', remedy: 'retry' });
  await held.close();
  await expect.poll(() => waiting.saveState(), { timeout: 5_000 }).toEqual({ kind: 'saved' });
  await typing(waiting, 'window').type(' Written.');
  expect(await onDisk()).toBe('Start. Written.');
});

test('pressing Retry takes over the file of a program that could not be joined', async () => {
  const held = await openAlone();
  const waiting = await new Host('second').hold();
  expect(waiting.saveState()).toMatchObject({
    kind: 'read-only',
    sentence: expect.stringContaining('debrief compact'),
    remedy: 'retry',
  });
  await expect(typing(waiting, 'hasty window').type(' Too early.')).rejects.toMatchObject({
    code: 'read-only',
  });
  await held.close();
  await waiting.retry();
  await expect.poll(() => waiting.saveState()).toEqual({ kind: 'saved' });
  await typing(waiting, 'window').type(' In time.');
  expect(await onDisk()).toBe('Start. In time.');
});

test('a file that cannot be had when the holder goes is tried again by itself, and what was typed waits', async () => {
  const holder = new Host('first');
  await holder.hold();
  const joined = await new Host('second').hold();
  const second = typing(joined, 'second window');
  const away = `${place.path}.away`;
  renameSync(place.path, away);
  await holder.release().catch(() => {});
  const typed = second.type(' While it was away.');
  await expect
    .poll(() => joined.saveState(), { timeout: 5_000 })
    .toEqual({
      kind: 'not-saved',
      sentence: 'The file was deleted or moved.',
      next: 'Put it back, and saving resumes by itself; or press Retry to write it again here.',
    });
  renameSync(away, place.path);
  await typed;
  await expect.poll(() => joined.saveState()).toEqual({ kind: 'saved' });
  expect(await onDisk()).toContain('While it was away.');
});

test('a file that was deleted before its holder left is never said to be saved, and Retry writes it again', async () => {
  const holder = new Host('first');
  await holder.hold();
  const joined = await new Host('second').hold();
  const second = typing(joined, 'second window');
  await second.type(' Before.');
  const heard: string[] = [];
  rmSync(place.path);
  await expect.poll(() => joined.saveState().kind).toBe('not-saved');
  joined.subscribe({ update: () => {}, saveState: ({ kind }) => heard.push(kind) });
  await holder.release().catch(() => {});
  const typed = second.type(' After.');
  await new Promise((later) => setTimeout(later, 1_500));
  expect(joined.saveState()).toMatchObject({ sentence: 'The file was deleted or moved.' });
  expect(heard).not.toContain('saved');
  expect(existsSync(place.path)).toBe(false);
  await joined.retry();
  await typed;
  expect(joined.holdsFile).toBe(true);
  expect(joined.saveState()).toEqual({ kind: 'saved' });
  expect(await onDisk()).toBe('Start. Before. After.');
});

test('two that press Retry after the file and its holder have gone write it once, and share it', async () => {
  const holder = new Host('first');
  await holder.hold();
  const documents = [await new Host('second').hold(), await new Host('third').hold()];
  rmSync(place.path);
  await holder.release().catch(() => {});
  const typed = documents.map((document, who) => typing(document, `window ${who}`).type(` By ${who}.`));
  await Promise.all(documents.map((document) => document.retry()));
  await Promise.all(typed);
  expect(documents.filter(({ holdsFile }) => holdsFile)).toHaveLength(1);
  for (const word of [' By 0.', ' By 1.']) expect(await onDisk()).toContain(word);
});

test('another postmortem that was put in place of the file is not taken over when the holder goes', async () => {
  const holder = new Host('first');
  await holder.hold();
  const joined = await new Host('second').hold();
  const away = `${place.path}.away`;
  const other = join(place.root, 'other.debrief');
  await duplicateFile({
    fs: nodeFileSystem,
    path: place.path,
    out: other,
    documentId: 'other',
    vet: trusted,
  });
  const before = readFileSync(other);
  renameSync(place.path, away);
  renameSync(other, place.path);
  await holder.release().catch(() => {});
  await expect
    .poll(() => joined.saveState())
    .toMatchObject({
      kind: 'read-only',
      sentence: expect.stringContaining('Another postmortem was put in place of this file. What you wrote'),
    });
  expect(readFileSync(place.path)).toEqual(before);
  renameSync(away, place.path);
  await joined.retry();
  await typing(joined, 'window').type(' On.');
  expect(await onDisk()).toBe('Start. On.');
});

test('what nobody took until the document was closed is kept aside, and merged at the next opening', async () => {
  const holder = new Host('first');
  await holder.hold();
  const host = new Host('second');
  const second = typing(await host.hold(), 'second window');
  const away = `${place.path}.away`;
  renameSync(place.path, away);
  await holder.release().catch(() => {});
  // The line has ended, and nobody is there to be given anything.
  await new Promise((later) => setTimeout(later, 500));
  const typed = second.type(' Never taken.');
  const refused = expect(typed).rejects.toMatchObject({ code: 'not-found' });
  await expect(host.release()).rejects.toMatchObject({ sentence: expect.stringContaining('is kept in') });
  await refused;
  expect(readdirSync(join(place.root, 'second', 'kept-aside', 'shared'))).toHaveLength(1);
  renameSync(away, place.path);
  await host.hold();
  await expect.poll(onDisk).toContain('Never taken.');
});

test('a picture that the text names is kept aside with it when nobody took it until the document was closed', async () => {
  const older = readFileSync(place.path);
  const holder = new Host('first');
  await holder.hold();
  const host = new Host('second');
  const joined = await host.hold();
  const hash = await joined.putImage(new Uint8Array([1, 2, 3]), 'image/png');
  rmSync(place.path);
  await holder.release().catch(() => {});
  const typed = expect(typing(joined, 'window').type(` ${hash}`)).rejects.toThrow();
  await expect(host.release()).rejects.toThrow('is kept in');
  await typed;
  writeFileSync(place.path, older);
  await host.hold();
  await expect.poll(onDisk).toBe(`Start. ${hash}`);
  expect([...(await imagesAt(nodeFileSystem, place.path, 'shared')).keys()]).toEqual([hash]);
});

test('what is typed while both programs close is in the file, or kept for the next opening', async () => {
  const [first, second] = [new Host('first'), new Host('second')];
  let words = 'Start.';
  for (let round = 0; round < 12; round += 1) {
    await first.hold();
    const window = typing(await second.hold(), 'window');
    const left = first.release();
    // As the holder's line has just broken, later in each round.
    for (let turns = 0; turns < round * 3; turns += 1) await new Promise((next) => setImmediate(next));
    const typed = window.type(` ${round}`).catch(() => {});
    await Promise.allSettled([left, second.release(), typed]);
    words += ` ${round}`;
    expect(typing(await second.hold(), 'window').text()).toBe(words);
    await second.release();
  }
});

test('a document that is closed right after something was typed hands that over before it goes', async () => {
  await new Host('first').hold();
  const host = new Host('second');
  const second = typing(await host.hold(), 'second window');
  const typed = second.type(' Last words.');
  await host.release();
  await typed;
  expect(await onDisk()).toContain('Last words.');
});

test('what is no update, or of a newer schema, is refused where it was joined, shown nowhere, and ends nothing', async () => {
  await new Host('first').hold();
  const joined = await new Host('second').hold();
  const before = joined.state();
  await expect(joined.push(Uint8Array.of(9, 9, 9), 'second window')).rejects.toMatchObject({
    code: 'bad-argument',
  });
  const newer = new Y.Doc();
  Y.applyUpdate(newer, before);
  const vector = Y.encodeStateVector(newer);
  bodyOf(newer).insert(0, [new Y.XmlElement('hologram')]);
  const hologram = Y.encodeStateAsUpdate(newer, vector);
  await expect(joined.push(hologram, 'second window')).rejects.toMatchObject({ code: 'newer-version' });
  expect(joined.state()).toEqual(before);
  await typing(joined, 'second window').type(' On.');
  expect(await onDisk()).toBe('Start. On.');
});
