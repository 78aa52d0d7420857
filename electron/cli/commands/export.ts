import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { Option } from 'commander';
import { HostError } from '../../../shared/contract/errors.ts';
import { type Exportable, exportableFile } from '../../services/exportFiles/exportable.ts';
import { exportJsonFile } from '../../services/exportFiles/exportJsonFile.ts';
import { exportMarkdownFile } from '../../services/exportFiles/exportMarkdownFile.ts';
import { printJobOf } from '../../services/exportFiles/printJobOf.ts';
import { type ExportedFile, writeExport } from '../../services/exportFiles/writeExport.ts';
import { readMarkdownFile } from '../../services/importFile.ts';
import { findBrowser } from '../../services/print/findBrowser.ts';
import { readPostmortemFile } from '../../services/readPostmortemFile.ts';
import { readTextFile } from '../../services/readTextFile.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { type ElectronInClone, electronInClone, runInElectron } from '../electronInClone.ts';
import { EXIT } from '../exitCodes.ts';
import { absolute, EXTENSION, isMarkdownPath, outputPath } from '../paths.ts';
import type { AddCommand, CommandRun } from '../runCommandLine.ts';

interface ExportOptions {
  readonly to: 'md' | 'pdf' | 'json';
  readonly plain?: boolean;
  readonly paper: 'A4' | 'Letter';
  readonly out?: string;
}

/** `--out -`: the export itself goes to stdout. */
const STDOUT = '-';

export const addExport: AddCommand = (program, run) => {
  program
    .command('export')
    .description('Write a postmortem as Markdown, PDF or JSON, and print the path.')
    .argument('<FILE>', 'a .debrief or Markdown file')
    .addOption(
      new Option('--to <FORMAT>', 'what to write').choices(['md', 'pdf', 'json']).makeOptionMandatory(),
    )
    .option('--plain', 'Markdown without the block in the front matter that import reads back')
    .addOption(new Option('--paper <SIZE>', 'the paper of a PDF').choices(['A4', 'Letter']).default('A4'))
    .option('--out <PATH>', 'where to (default: beside FILE, never over a file); - is stdout')
    .action(async (name: string, options: ExportOptions) => {
      const { terminal } = run;
      const electron = options.to === 'pdf' ? electronToPrint(run) : null;
      if (electron !== null) {
        run.finish(await runInElectron(electron, run));
        return;
      }
      const source = await read(run, name);
      const path = options.out === STDOUT ? null : placeFor(run, name, options);
      const file = await render(run, source, options, path);
      if (path === null) await terminal.print(file.content);
      else {
        await writeExport(path, file, terminal.stopped);
        await terminal.print(`${path}\n`);
      }
      run.finish(EXIT.done);
    });
};

/** The Electron that must print because no browser is installed, or null. */
const electronToPrint = ({ terminal, isBrowser }: CommandRun): ElectronInClone | null =>
  isBrowser || findBrowser(terminal.env) !== null ? null : electronInClone(terminal.env);

async function read({ terminal, vet }: CommandRun, name: string): Promise<Exportable> {
  const path = absolute(terminal, name);
  if (isMarkdownPath(path)) {
    const text = await readTextFile(path);
    const { content, images } = await readMarkdownFile({ name: basename(path), text, folder: dirname(path) });
    return { content, image: (hash) => images.get(hash) ?? null };
  }
  if (extname(path).toLowerCase() !== EXTENSION) {
    throw new HostError({
      code: 'foreign-file',
      sentence: `${name} is neither a .debrief file nor Markdown.`,
      next: 'Name a .debrief, .md or .markdown file.',
    });
  }
  const file = await readPostmortemFile(nodeFileSystem, path, vet);
  if (file.damage.length > 0 || file.tornBytes > 0) {
    terminal.say(`${name} is damaged; what can be read of it is exported. debrief verify says where.`);
  }
  return exportableFile(file);
}

/** @throws HostError when nothing was named and something is there */
function placeFor({ terminal }: CommandRun, name: string, { to, out }: ExportOptions): string {
  if (out !== undefined) return outputPath(terminal, out);
  const source = absolute(terminal, name);
  const path = join(dirname(source), `${basename(source, extname(source))}.${to}`);
  if (!existsSync(path)) return path;
  throw new HostError({
    code: 'bad-argument',
    sentence: `${path} is there already.`,
    next: 'Name it with --out to replace it.',
  });
}

async function render(
  { terminal, print }: CommandRun,
  source: Exportable,
  { to, plain, paper }: ExportOptions,
  path: string | null,
): Promise<ExportedFile> {
  if (to === 'md') return exportMarkdownFile(source, { plain: plain === true, path });
  if (to === 'json') return exportJsonFile(source);
  const { pdf, engine } = await print(await printJobOf(source, paper, terminal.stopped), terminal.env);
  terminal.say(`Printed by ${engine}.`);
  return { content: pdf, pictures: new Map() };
}
