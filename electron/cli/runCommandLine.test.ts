import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OpenMode } from '../storage/fileSystem.ts';
import { nodeFileSystem } from '../storage/nodeFileSystem.ts';
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
    [['info', '']],
    [['verify', '.']],
    [['verify', 'none.debrief']],
    [['compact', 'none.debrief']],
    [['new', '--severity', 'P9']],
    [['new', '--template', 'imported']],
    [['new', '--id', 'foo']],
    [['new', '--id', 'INC-2026-02-30-001']],
    [['new', '--out', 'x.txt']],
    [['new', '--out', '']],
    [['new', '--out', 'none/x.debrief']],
    [['merge', 'a.debrief', 'b.debrief']],
    [['merge', 'none.debrief', 'none.debrief', '--out', 'c.debrief']],
    [['list', 'none']],
    [['list', '']],
    [['list', 'picture.debrief']],
    [['serve', '']],
    [['serve', '--port', 'eighty']],
    [['serve', '--port', '0']],
    [['serve', '--port', '65536']],
    [['import']],
    [['import', 'none.md']],
    [['import', 'picture.debrief']],
    [['import', 'latin.md']],
    [['import', '.']],
    [['import', 'text.md', '--out', '']],
    [['import', 'text.md', '--out', 'x.md']],
    [['export', 'none.debrief', '--to', 'md']],
    [['export', 'none.md', '--to', 'md']],
    [['export', 'text.md']],
    [['export', 'text.md', '--to', 'docx']],
    [['export', 'text.md', '--to', 'pdf', '--paper', 'A5']],
    [['export', 'text.md', '--to', 'md', '--paper', 'A4']],
    [['export', 'text.md', '--to', 'json', '--plain']],
    [['export', 'text.md', '--to', 'pdf', '--plain']],
    [['export', 'text.md', '--to', 'md', '--out', '']],
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

describe('a failure says what happened and what to do', () => {
  afterEach(() => vi.restoreAllMocks());

  /** From now on the disk refuses to open files like this. */
  function refuse(code: string, ...modes: readonly OpenMode[]): void {
    const { open } = nodeFileSystem;
    vi.spyOn(nodeFileSystem, 'open').mockImplementation(async (path, how, mode) => {
      if (modes.includes(how)) throw Object.assign(new Error(code), { code });
      return open(path, how, mode);
    });
  }

  beforeEach(async () => {
    await place.run(['new', '--out', 'a.debrief']);
    writeFileSync(place.path('text.md'), '# A text');
  });

  test.each([
    [['info', 'a.debrief']],
    [['verify', 'a.debrief']],
    [['export', 'a.debrief', '--to', 'md']],
    [['merge', 'a.debrief', 'a.debrief', '--out', 'b.debrief']],
  ])('%j without the permission to read', async (words) => {
    refuse('EACCES', 'read');
    const { code, err } = await place.run(words);
    expect([code, err]).toEqual([
      1,
      `debrief: You have no permission to read ${place.path('a.debrief')}.\nAsk its owner, or change its permissions.\n`,
    ]);
  });

  test.skipIf(process.platform === 'win32').each([
    [['info', 'p.debrief'], 'p.debrief is no file'],
    [['verify', 'p.debrief'], 'p.debrief is no file'],
    [['compact', 'p.debrief'], 'p.debrief is no file'],
    [['export', 'p.debrief', '--to', 'md'], 'p.debrief is no file'],
    [['merge', 'a.debrief', 'p.debrief', '--out', 'b.debrief'], 'p.debrief is no file'],
    [['merge', 'a.debrief', 'a.debrief', '--out', 'p.debrief'], 'a file of this name already'],
    [['new', '--out', 'p.debrief'], 'a file of this name already'],
    [['import', 'text.md', '--out', 'p.debrief'], 'a file of this name already'],
    [['export', 'a.debrief', '--to', 'md', '--out', 'p'], 'no file that could be replaced'],
  ])('%j of a pipe, which is not waited for and stays', async (words, why) => {
    for (const pipe of ['p.debrief', 'p']) execFileSync('mkfifo', [place.path(pipe)]);
    const { code, err } = await place.run(words);
    expect(code).toBe(2);
    expect(err).toContain(why);
    for (const pipe of ['p.debrief', 'p']) expect(lstatSync(place.path(pipe)).isFIFO()).toBe(true);
  });

  test('compact without the permission to write', async () => {
    refuse('EACCES', 'append');
    const { code, err } = await place.run(['compact', 'a.debrief']);
    expect([code, err]).toEqual([
      1,
      'debrief: You have no permission to write this file.\nChange its permissions or save a copy elsewhere.\n',
    ]);
  });

  test.each([
    [['new']],
    [['import', 'text.md']],
    [['compact', 'a.debrief']],
    [['merge', 'a.debrief', 'a.debrief', '--out', 'b.debrief']],
  ])('%j on a full disk', async (words) => {
    refuse('ENOSPC', 'create');
    const { code, err } = await place.run(words);
    expect([code, err]).toEqual([1, 'debrief: The disk is full.\nFree some space, then try again.\n']);
  });

  test('a folder, a file for a folder, and an empty name are called that', async () => {
    const { err: folder } = await place.run(['info', '.']);
    expect(folder).toBe(`debrief: ${place.folder} is a folder.\nName a file in it.\n`);
    const { err: file } = await place.run(['list', 'a.debrief']);
    expect(file).toMatch(/^debrief: a\.debrief is no folder\.\nName the folder that it is in/);
    const { err: empty } = await place.run(['new', '--out', '']);
    expect(empty).toMatch(/^debrief: One of the names is empty\.\n/);
  });

  test('an unknown option and a bad value lead to the help', async () => {
    const help = 'debrief COMMAND --help says what a command takes.\n';
    expect((await place.run(['info', 'a.debrief', '--frob'])).err).toBe(
      `error: unknown option '--frob'\n${help}`,
    );
    expect((await place.run(['new', '--id', 'foo'])).err).toBe(
      `error: option '--id <ID>' argument 'foo' is invalid. An ID is INC-YYYY-MM-DD-NNN, of a day that exists.\n${help}`,
    );
  });

  test('an option without meaning for the format is named', async () => {
    const { err } = await place.run(['export', 'text.md', '--to', 'pdf', '--plain']);
    expect(err).toBe('debrief: --plain means nothing for --to pdf.\nLeave it out, or say --to md.\n');
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
