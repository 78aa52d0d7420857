import { stat } from 'node:fs/promises';
import { HostError } from '../../../shared/contract/errors.ts';
import type { LibraryEntry } from '../../../shared/contract/libraryEntry.ts';
import { FileTokens } from '../../services/fileTokens.ts';
import { dataFolder, libraryFolder } from '../../services/folders.ts';
import { Library } from '../../services/library.ts';
import { readListed } from '../../services/verifyFile.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { alignColumns } from '../alignColumns.ts';
import { EXIT } from '../exitCodes.ts';
import { absolute } from '../paths.ts';
import type { AddCommand } from '../runCommandLine.ts';
import type { Terminal } from '../terminal.ts';

export const addList: AddCommand = (program, { terminal, vet, finish }) => {
  program
    .command('list')
    .description('List the postmortems of a folder, the one changed last first.')
    .argument('[DIR]', 'the folder (default: your library)')
    .option('--json', 'as JSON')
    .action(async (folder: string | undefined, { json }: { readonly json?: boolean }) => {
      const tokens = new FileTokens();
      const data = dataFolder(terminal.env);
      const library = new Library(await folderOf(terminal, folder), tokens, (path) =>
        readListed(nodeFileSystem, path, data, vet),
      );
      const entries = await library.list();
      const rows = entries.map(({ file, ...entry }) => ({ path: tokens.pathOf(file), ...entry }));
      if (json) await terminal.print(`${JSON.stringify(rows, null, 2)}\n`);
      else await terminal.print(alignColumns(rows.map(lineOf)));
      if (rows.length === 0) terminal.say(`There is no postmortem in ${library.folder}.`);
      finish(EXIT.done);
    });
};

/** @throws HostError when the named folder is none; the library is made when it is missing */
async function folderOf(terminal: Terminal, named: string | undefined): Promise<string> {
  if (named === undefined) return libraryFolder(terminal.env);
  const folder = absolute(terminal, named);
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory()) return folder;
  throw new HostError(
    found === null
      ? {
          code: 'not-found',
          sentence: `There is no folder ${named}.`,
          next: 'Name a folder that holds .debrief files.',
        }
      : {
          code: 'bad-argument',
          sentence: `${named} is no folder.`,
          next: 'Name the folder that it is in; debrief info says what one file holds.',
        },
  );
}

const lineOf = (entry: Omit<LibraryEntry, 'file'>): readonly string[] => [
  entry.incidentId ?? '-',
  entry.severity ?? '-',
  entry.status ?? '-',
  entry.openActions === 1 ? '1 open action' : `${entry.openActions} open actions`,
  entry.fileName,
  `${entry.problem ?? entry.title ?? '-'}${entry.damaged ? ' (a part of this file is damaged)' : ''}`,
];
