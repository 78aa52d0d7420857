import { expect, test, vi } from 'vitest';
import { Host, shareOneFile, textAt } from './hosts.testkit.ts';
import { IdleHolder } from './idleHolder.testkit.ts';

/** Bytes; the true one takes seconds to fill. */
const { LIMIT } = vi.hoisted(() => ({ LIMIT: 100_000 }));
vi.mock('../../storage/format/limits.ts', async (original) => ({
  ...(await original<typeof import('../../storage/format/limits.ts')>()),
  MAX_UPDATE_BYTES: LIMIT,
}));

shareOneFile();

const PATIENCE = { timeout: 8_000 };

test('text that only the joined program knows and that is too large for its file is not saved, and is kept', async () => {
  const holder = await IdleHolder.start();
  const host = new Host('second');
  const joined = await host.hold();
  holder.say({ kind: 'save-state', state: { kind: 'saving' } });
  const large = 'x'.repeat(LIMIT * 0.6);
  for (const part of [` One.${large}`, ' Two.', `${large} Three.`]) {
    holder.say({ kind: 'update', update: holder.type(part) });
  }
  await expect.poll(() => joined.state().length, PATIENCE).toBeGreaterThan(2 * large.length);
  const heard: string[] = [];
  joined.subscribe({ update: () => {}, saveState: ({ kind }) => heard.push(kind) });
  await holder.end();
  await expect
    .poll(() => joined.saveState(), PATIENCE)
    .toMatchObject({ kind: 'not-saved', next: expect.stringContaining('copy') });
  expect(joined.holdsFile).toBe(true);
  expect(heard).not.toContain('saved');
  await expect(joined.removeDeletedText()).rejects.toMatchObject({
    next: 'Nothing was removed. Try again once it can be saved.',
  });
  const kept = await host.release().catch((error: Error) => /kept in (\S+\.debrief)/.exec(error.message));
  expect(await textAt(kept?.[1] ?? '')).toBe(`Start. One.${large} Two.${large} Three.`);
});
