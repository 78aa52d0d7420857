import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A file in a room, what it imports, and the beginning of the message that names the right place. */
const forbidden = [
  ['shared/document/x.ts', 'node:fs', 'shared/ is pure TypeScript'],
  ['shared/document/x.ts', 'electron', 'shared/ is pure TypeScript'],
  ['shared/document/x.ts', 'react', 'shared/ is pure TypeScript'],
  ['shared/sync/x.ts', '../../electron/storage/y.ts', 'shared/ imports nothing of the other rooms'],
  ['shared/sync/x.ts', '../../renderer/y.ts', 'shared/ imports nothing of the other rooms'],
  ['renderer/app/x.tsx', 'electron', 'A window talks to its host only through shared/contract'],
  ['renderer/app/x.tsx', 'node:path', 'A window talks to its host only through shared/contract'],
  ['renderer/app/x.tsx', '../../electron/services/y.ts', 'renderer/ may import shared/ only'],
  ['electron/services/x.ts', 'electron', 'Only electron/desktop imports electron'],
  ['electron/services/x.ts', '../desktop/y.ts', 'Arrows point one way'],
  ['electron/storage/x.ts', '@tiptap/core', 'storage/ and net/ know Yjs bytes and files'],
  ['electron/storage/x.ts', '../services/y.ts', 'Arrows point one way'],
  ['electron/net/x.ts', '../services/y.ts', 'Arrows point one way'],
  ['electron/loopback/x.ts', 'electron', 'Only electron/desktop imports electron'],
  ['electron/cli/x.ts', 'electron', 'Only electron/desktop imports electron'],
  ['electron/cli/x.ts', '../../renderer/y.ts', 'A host reaches windows through shared/contract only'],
] as const;

const allowed = [
  ['shared/document/x.ts', 'yjs'],
  ['renderer/app/x.tsx', '../../shared/contract/y.ts'],
  ['electron/storage/x.ts', 'node:fs'],
  ['electron/services/x.ts', '../storage/y.ts'],
  ['electron/desktop/x.ts', 'electron'],
  ['electron/cli/x.ts', '../services/y.ts'],
] as const;

interface Finding {
  readonly category: string;
  readonly message: string;
  readonly location: { readonly path: string };
}

// A small project of its own, because Biome reports nothing for text that comes in by a pipe.
const project = mkdtempSync(join(tmpdir(), 'debrief-layering-'));
let findings: readonly Finding[] = [];

/** Each case has its own file: two imports of one room must not hide each other. */
const fileOf = (path: string, from: string) => path.replace('x.', `${from.replaceAll(/\W/g, '-')}.`);

beforeAll(() => {
  cpSync('biome.json', join(project, 'biome.json'));
  for (const [path, from] of [...forbidden, ...allowed]) {
    const file = join(project, fileOf(path, from));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `import { y } from '${from}';\nexport const x = y;\n`);
  }
  const biome = join(process.cwd(), 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', project];
  const { stdout } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  findings = JSON.parse(stdout).diagnostics;
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

const messagesFor = (path: string, from: string) =>
  findings
    .filter(({ category }) => category === 'lint/style/noRestrictedImports')
    .filter(({ location }) => location.path.endsWith(fileOf(path, from)))
    .map(({ message }) => message);

test.each(forbidden)('%s must not import %s, and is told why: %s', (path, from, why) => {
  expect(messagesFor(path, from).join()).toContain(why);
});

test.each(allowed)('%s may import %s', (path, from) => {
  expect(messagesFor(path, from)).toEqual([]);
});
