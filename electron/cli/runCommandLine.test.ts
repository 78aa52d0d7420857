import { mkdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { STACK_TRACE, Workplace } from './commandLine.testkit.ts';

let place: Workplace;

beforeEach(() => {
  place = new Workplace();
});

afterEach(() => place.remove());

const COMMANDS = ['new', 'import', 'export', 'info', 'verify', 'compact', 'merge', 'list', 'serve'];

test('the help names every command, on stdout, and ends with 0', async () => {
  const { code, out, err } = await place.run(['--help']);
  expect([code, err]).toEqual([0, '']);
  expect([...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name)).toEqual(COMMANDS);
});

test.each(COMMANDS)('%s has a help of its own', async (command) => {
  const { code, out, err } = await place.run([command, '--help']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(`Usage: debrief ${command}`);
});

test('the version is that of the package', async () => {
  expect(await place.run(['--version'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
});

describe('what is not understood is said on stderr and ends with 2', () => {
  test.each([
    [[]],
    [['frobnicate']],
    [['help']],
    [['--frob']],
    [['info']],
    [['info', 'a.debrief', 'b.debrief']],
    [['info', 'a.debrief', '--frob']],
    [['info', 'none.debrief']],
    [['info', 'picture.debrief']],
    [['info', '.']],
    [['verify', 'none.debrief']],
    [['compact', 'none.debrief']],
    [['new', '--severity', 'P9']],
    [['new', '--template', 'imported']],
    [['new', '--out', 'x.txt']],
    [['new', '--out', 'none/x.debrief']],
    [['merge', 'a.debrief', 'b.debrief']],
    [['merge', 'none.debrief', 'none.debrief', '--out', 'c.debrief']],
    [['list', 'none']],
    [['list', 'picture.debrief']],
    [['serve', '--port', 'eighty']],
    [['serve', '--port', '0']],
    [['serve', '--port', '65536']],
    [['import']],
    [['import', 'none.md']],
    [['import', 'picture.debrief']],
    [['import', 'latin.md']],
    [['import', '.']],
    [['import', 'text.md', '--out', 'x.md']],
    [['export', 'none.debrief', '--to', 'md']],
    [['export', 'none.md', '--to', 'md']],
    [['export', 'text.md']],
    [['export', 'text.md', '--to', 'docx']],
    [['export', 'text.md', '--to', 'pdf', '--paper', 'A5']],
    [['export', 'picture.png', '--to', 'md']],
    [['export', 'text.md', '--to', 'pdf', '--out', 'none/x.pdf']],
  ])('%j', async (words) => {
    writeFileSync(place.path('picture.debrief'), Buffer.from('89504e470d0a1a0a0000', 'hex'));
    writeFileSync(place.path('picture.png'), Buffer.from('89504e470d0a1a0a0000', 'hex'));
    writeFileSync(place.path('text.md'), '# A text');
    writeFileSync(place.path('latin.md'), Buffer.from('# caf\xe9', 'latin1'));
    const { code, out, err } = await place.run(words);
    expect(err).not.toBe('');
    expect(err).not.toMatch(STACK_TRACE);
    expect([code, out]).toEqual([2, '']);
  });
});

test('a library that is a file is a sentence and ends with 1', async () => {
  writeFileSync(place.library, '');
  for (const words of [['list'], ['new']]) {
    const { code, err } = await place.run(words);
    expect(code).toBe(1);
    expect(err).not.toMatch(STACK_TRACE);
    expect(err).toMatch(/^debrief: .+\./);
  }
});

test('a folder where a file should be made is a sentence', async () => {
  mkdirSync(place.path('x.debrief'));
  const { code, err } = await place.run(['new', '--out', 'x.debrief']);
  expect(code).toBe(2);
  expect(err).toContain('There is a file of this name already.');
});
