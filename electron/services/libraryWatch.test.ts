import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LibraryWatch } from './libraryWatch.ts';

let folder: string;
let watch: LibraryWatch;
const changed = vi.fn();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'debrief-'));
  changed.mockClear();
  watch = new LibraryWatch(folder, (name) => name === 'open here.debrief', changed);
  watch.start();
});

afterEach(() => {
  watch.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string): void => writeFileSync(join(folder, name), name);
const told = (times: number) => vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(times), 20_000);

test('a file that is copied in is told once at once, and what follows once more', async () => {
  write('one.debrief');
  await told(1);
  for (let count = 0; count < 20; count += 1) write('one.debrief');
  await told(2);
});

test('a file that is renamed into the folder is told', async () => {
  write('.hidden.debrief');
  write('notes.txt');
  write('open here.debrief');
  renameSync(join(folder, '.hidden.debrief'), join(folder, 'shown.debrief'));
  await told(1);
});

test('a folder that is not there is not watched, and watched once it is', async () => {
  const later = new LibraryWatch(join(folder, 'later'), () => false, changed);
  later.start();
  later.close();
  write('one.debrief');
  await told(1);
});
