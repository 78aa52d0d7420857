import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { Option } from 'commander';
import { HostError } from '../../../shared/contract/errors.ts';
import type { Exportable } from '../../services/exportFiles/exportable.ts';
import { exportJsonFile } from '../../services/exportFiles/exportJsonFile.ts';
import { exportMarkdownFile } from '../../services/exportFiles/exportMarkdownFile.ts';
import { printJobOf } from '../../services/exportFiles/printJobOf.ts';
import { type ExportedFile, writeExport } from '../../services/exportFiles/writeExport.ts';
import { findBrowser } from '../../services/print/findBrowser.ts';
import { NameTaken } from '../../storage/placeNewFile.ts';
import { type ElectronInClone, electronInClone, runInElectron } from '../electronInClone.ts';
import { EXIT } from '../exitCodes.ts';
import { readExportSource } from '../exportSource.ts';
import { absolute, outputPath } from '../paths.ts';
import type { AddCommand, CommandRun } from '../runCommandLine.ts';

interface ExportOptions {
  readonly to: 'md' | 'pdf' | 'json';
  readonly plain?: boolean;
  readonly paper?: 'A4' | 'Letter';
  readonly out?: string;
}

/** `--out` with one of these: the export itself goes to stdout. */
const STDOUT: readonly string[] = ['-', '/dev/stdout'];

export const addExport: AddCommand = (program, run) => {
  program
    .command('export')
    .description('Write a postmortem as Markdown, PDF or JSON, and print the path.')
    .argument('<FILE>', 'a .debrief or Markdown file')
    .addOption(
      new Option('--to <FORMAT>', 'what to write').choices(['md', 'pdf', 'json']).makeOptionMandatory(),
    )
    .option('--plain', 'Markdown without the block in the front matter that import reads back')
    .addOption(new Option('--paper <SIZE>', 'the paper of a PDF (default: A4)').choices(['A4', 'Letter']))
    .option('--out <PATH>', 'where to (default: beside FILE, never over a file); - is stdout')
    .action(async (name: string, options: ExportOptions) => {
      const { terminal } = run;
      assertMeaning(options);
      const electron = options.to === 'pdf' ? electronToPrint(run) : null;
      if (electron !== null) {
        run.finish(await runInElectron(electron, run));
        return;
      }
      const { source, isWhole } = await readExportSource(run, name);
      const path =
        options.out !== undefined && STDOUT.includes(options.out) ? null : placeFor(run, name, options);
      const file = await render(run, source, options, path);
      if (path === null) await terminal.print(file.content);
      else {
        const how = options.out === undefined ? 'new' : 'replaces';
        await writeExport(path, file, terminal.stopped, how).catch((error: unknown) => {
          throw error instanceof NameTaken ? isThere(path) : error;
        });
        await terminal.print(`${path}\n`);
      }
      run.finish(isWhole ? EXIT.done : EXIT.failed);
    });
};

const ONLY_FOR = { plain: 'md', paper: 'pdf' } as const;

/** @throws HostError for an option that means nothing for the format */
function assertMeaning(options: ExportOptions): void {
  for (const option of ['plain', 'paper'] as const) {
    if (options[option] === undefined || options.to === ONLY_FOR[option]) continue;
    throw new HostError({
      code: 'bad-argument',
      sentence: `--${option} means nothing for --to ${options.to}.`,
      next: `Leave it out, or say --to ${ONLY_FOR[option]}.`,
    });
  }
}

/** The Electron that must print because no browser is installed, or null. */
const electronToPrint = ({ terminal, isBrowser }: CommandRun): ElectronInClone | null =>
  isBrowser || findBrowser(terminal.env) !== null ? null : electronInClone(terminal.env);

/** @throws HostError when nothing was named and something is there */
function placeFor({ terminal }: CommandRun, name: string, { to, out }: ExportOptions): string {
  if (out !== undefined) return outputPath(terminal, out);
  const source = absolute(terminal, name);
  const path = join(dirname(source), `${basename(source, extname(source))}.${to}`);
  if (existsSync(path)) throw isThere(path);
  return path;
}

const isThere = (path: string): HostError =>
  new HostError({
    code: 'bad-argument',
    sentence: `${path} is there already.`,
    next: 'Name it with --out to replace it.',
  });

async function render(
  { terminal, print }: CommandRun,
  source: Exportable,
  { to, plain, paper }: ExportOptions,
  path: string | null,
): Promise<ExportedFile> {
  if (to === 'md') return exportMarkdownFile(source, { plain: plain === true, path });
  if (to === 'json') return exportJsonFile(source);
  const { pdf, engine } = await print(
    await printJobOf(source, paper ?? 'A4', terminal.stopped),
    terminal.env,
  );
  terminal.say(`Printed by ${engine}.`);
  return { content: pdf, pictures: new Map() };
}
