import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outcomeOf, Workplace } from './commandLine.testkit.ts';

let place: Workplace;

beforeEach(async () => {
  place = new Workplace();
  await place.run(['new', '--out', 'a.debrief', '--title', 'T']);
});

afterEach(() => place.remove());

const EXPORT = ['export', 'a.debrief', '--to', 'json', '--out', '-'];
const program = join(import.meta.dirname, 'main.ts');

/** Runs the command in a shell, with what the shell is to do first, its output going into a file. */
function intoFile(path: string, first: string, words: readonly string[]) {
  const out = openSync(path, 'w');
  const script = `${first}; exec "$@"`;
  const child = spawn('sh', ['-c', script, 'sh', process.execPath, program, ...words], {
    cwd: place.folder,
    env: place.env,
    stdio: ['ignore', out, 'pipe'],
  });
  closeSync(out);
  return outcomeOf(child);
}

test('a reader that goes away is no failure', async () => {
  const child = place.start(EXPORT);
  child.stdout?.destroy();
  expect(await outcomeOf(child)).toMatchObject({ code: 0, err: '' });
});

test('words that nobody reads change nothing', async () => {
  const child = place.start(['info', 'none.debrief']);
  child.stderr?.destroy();
  expect(await outcomeOf(child)).toMatchObject({ code: 2 });
});

if (process.platform !== 'win32') {
  test('an output that goes into a file arrives whole', async () => {
    const { code } = await intoFile(place.path('out.json'), ':', EXPORT);
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(place.path('out.json'), 'utf8')).facts.title).toBe('T');
  });

  test('an output that is cut short ends with 1, and says why', async () => {
    const path = place.path('out.json');
    const { code, err } = await intoFile(path, 'ulimit -f 1', EXPORT);
    expect(statSync(path).size).toBeGreaterThan(0);
    expect([code, err]).toEqual([
      1,
      'debrief: The disk refused the write (EFBIG).\nCheck the disk, then try again.\n',
    ]);
  });
}

if (process.platform === 'linux') {
  test.each([[['list', '--json']], [['--help']]])(
    'a full disk behind the output of %j is said',
    async (words) => {
      const { code, err } = await intoFile('/dev/full', ':', words);
      expect([code, err]).toEqual([1, 'debrief: The disk is full.\nFree some space, then try again.\n']);
    },
  );
}
