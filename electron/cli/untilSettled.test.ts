import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtProgram, type Outcome, outcomeOf, Workplace } from './commandLine.testkit.ts';

const AT_ONCE = 8;

let place: Workplace;
let program: string;

beforeAll(() => {
  program = builtProgram();
}, 600_000);

beforeEach(() => {
  place = new Workplace();
});

afterEach(() => place.remove());

const allAtOnce = (words: (number: number) => readonly string[]): Promise<Outcome[]> =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, i) => outcomeOf(place.start(words(i), program))));

/** A process of its own with a command that runs `code`. */
const commandThat = (code: string): Promise<Outcome> =>
  outcomeOf(
    spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `const { untilSettled } = await import(${JSON.stringify(join(import.meta.dirname, 'untilSettled.ts'))});
       await untilSettled((async () => { ${code} })());`,
    ]),
  );

test('commands that run at the same time each do what they say they did', async () => {
  for (let round = 1; round <= 3; round++) {
    const made = await allAtOnce((i) => ['new', '--title', `T ${round} ${i}`]);
    expect(made.map(({ code }) => code)).toEqual(made.map(() => 0));
    const files = readdirSync(place.library);
    expect(files.filter((name) => name.endsWith('.debrief')).length).toBe(round * AT_ONCE);
    expect(new Set(made.map(({ out }) => out)).size).toBe(AT_ONCE);
  }
});

test('of commands that want one file at the same time, each says whether it got it', async () => {
  await place.run(['new', '--out', 'a.debrief', '--title', 'T']);
  for (let round = 0; round < 2; round++) {
    const outcomes = await allAtOnce(() => ['compact', 'a.debrief']);
    for (const { code, out, err } of outcomes)
      expect([code, `${out}${err}`]).toEqual([expect.any(Number), expect.stringMatching(/\w/)]);
    expect(outcomes.some(({ code }) => code === 0)).toBe(true);
  }
});

test('a command that nothing keeps running ends with 1, and says so', async () => {
  const outcome = await commandThat('await new Promise(() => {}); return 0;');
  expect(outcome).toMatchObject({ code: 1, err: expect.stringContaining('before the command was done') });
});

test.each([0, 2])('a command that is done ends with its own code, %j', async (code) => {
  expect(await commandThat(`return ${code};`)).toEqual({ code, out: '', err: '' });
});
