import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { SaveState } from '../../../shared/contract/saveState.ts';
import type { OpenDocument } from '../open-document/index.ts';
import { Host, onDisk, place, shareOneFile, typing } from './hosts.testkit.ts';
import { IdleHolder } from './idleHolder.testkit.ts';

shareOneFile();

const PATIENCE = { timeout: 8_000 };
const SAVING = { kind: 'save-state', state: { kind: 'saving' } } as const;
const SAVED = { kind: 'save-state', state: { kind: 'saved' } } as const;
const REFUSAL = { code: 'internal', sentence: 'It cannot be taken.', next: 'Close it there.' } as const;

const statesOf = (document: OpenDocument): string[] => {
  const heard: string[] = [];
  document.subscribe({ update: () => {}, saveState: ({ kind }: SaveState) => heard.push(kind) });
  return heard;
};

test('what a holder refuses of what other windows show is not saved, and is given to whoever comes next', async () => {
  const holder = await IdleHolder.start();
  const joined = await new Host('second').hold();
  const other = typing(joined, 'other window');
  holder.refusal = REFUSAL;
  await expect(typing(joined, 'window').type(' Refused.')).rejects.toMatchObject(REFUSAL);
  expect(other.text()).toContain('Refused.');
  expect(joined.saveState()).toMatchObject({ kind: 'not-saved', sentence: REFUSAL.sentence });
  await joined.retry().catch(() => {});
  expect(joined.saveState()).toMatchObject({ kind: 'not-saved', sentence: REFUSAL.sentence });
  await holder.end();
  await expect.poll(() => joined.saveState(), PATIENCE).toEqual({ kind: 'saved' });
  expect(await onDisk()).toBe('Start. Refused.');
});

test('a holder that ends the line whenever it is given something is given it again after a wait, and that is said', async () => {
  const holder = await IdleHolder.start();
  holder.hangsUp = true;
  const joined = await new Host('second').hold();
  const heard = statesOf(joined);
  const typed = typing(joined, 'window').type(' On its way.');
  await new Promise((later) => setTimeout(later, 2_200));
  expect(holder.joins).toBeLessThan(10);
  expect(heard).toContain('not-saved');
  expect(heard).not.toContain('saved');
  await holder.end();
  await typed;
  expect(await onDisk()).toBe('Start. On its way.');
});

test('what is refused while the holder is still given something else is not saved when it takes that', async () => {
  const holder = await IdleHolder.start();
  holder.firstState = Y.encodeStateAsUpdate(new Y.Doc());
  const joined = await new Host('second').hold();
  await expect.poll(() => holder.given).toHaveLength(1);
  const typed = expect(typing(joined, 'window').type(' Refused.')).rejects.toMatchObject(REFUSAL);
  await expect.poll(() => holder.given).toHaveLength(2);
  const [first, second] = holder.given;
  holder.say({ kind: 'failed', id: second?.id ?? 0, error: REFUSAL });
  await typed;
  holder.say({ kind: 'done', id: first?.id ?? 0, value: null });
  holder.say(SAVED);
  await new Promise((later) => setTimeout(later, 500));
  expect(joined.saveState()).toMatchObject({ kind: 'not-saved', sentence: REFUSAL.sentence });
  await holder.end();
  await expect.poll(() => joined.saveState(), PATIENCE).toEqual({ kind: 'saved' });
  expect(await onDisk()).toBe('Start. Refused.');
});

test('FF-18 what a holder had not written when its file was damaged and it went is in the file that is repaired', async () => {
  const holder = await IdleHolder.start();
  const joined = await new Host('second').hold();
  const window = typing(joined, 'window');
  holder.say(SAVING);
  holder.say({ kind: 'update', update: holder.type(' In flight.') });
  await expect.poll(() => window.text()).toContain('In flight.');
  await holder.free();
  writeFileSync(place.path, readFileSync(place.path).fill(0, 20, 30));
  await holder.end();
  await expect.poll(() => joined.saveState(), PATIENCE).toMatchObject({ remedy: 'repair' });
  await joined.compact();
  await expect.poll(() => joined.saveState(), PATIENCE).toEqual({ kind: 'saved' });
  expect(await onDisk()).toBe('Start. In flight.');
});

test('what a holder had not written when it went with its file is kept when the last window is closed', async () => {
  const holder = await IdleHolder.start();
  const host = new Host('second');
  const window = typing(await host.hold(), 'window');
  holder.say(SAVING);
  holder.say({ kind: 'update', update: holder.type(' In flight.') });
  await expect.poll(() => window.text()).toContain('In flight.');
  await holder.free();
  const before = readFileSync(place.path);
  rmSync(place.path);
  await holder.end();
  // The line has ended, and nobody is there to be given anything.
  await new Promise((later) => setTimeout(later, 500));
  await expect(host.release()).rejects.toThrow('is kept in');
  writeFileSync(place.path, before);
  await host.hold();
  await expect.poll(onDisk).toBe('Start. In flight.');
});

test('who joins a holder again that lacks what is shown here never shows that as saved', async () => {
  const holder = await IdleHolder.start();
  const joined = await new Host('second').hold();
  const window = typing(joined, 'window');
  holder.firstState = joined.state();
  holder.say(SAVING);
  holder.say({ kind: 'update', update: holder.type(' In flight.') });
  await expect.poll(() => window.text()).toContain('In flight.');
  const heard = statesOf(joined);
  holder.hangUp();
  await expect.poll(() => holder.given, PATIENCE).toHaveLength(1);
  expect(holder.joins).toBe(2);
  expect(heard).not.toContain('saved');
});

test('Retry comes back also where something was refused and nobody holds the file', async () => {
  const holder = await IdleHolder.start();
  const joined = await new Host('second').hold();
  holder.refusal = REFUSAL;
  await expect(typing(joined, 'window').type(' Refused.')).rejects.toMatchObject(REFUSAL);
  await holder.free();
  const before = readFileSync(place.path);
  writeFileSync(place.path, 'something else');
  await holder.end();
  await expect.poll(() => joined.saveState(), PATIENCE).not.toMatchObject({ sentence: REFUSAL.sentence });
  await joined.retry().catch(() => {});
  expect(joined.saveState()).toMatchObject({ kind: 'not-saved' });
  writeFileSync(place.path, before);
  await joined.retry();
  await expect.poll(() => joined.saveState(), PATIENCE).toEqual({ kind: 'saved' });
  expect(await onDisk()).toBe('Start. Refused.');
});
