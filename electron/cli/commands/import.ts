import { basename, dirname } from 'node:path';
import { importMarkdownFile } from '../../services/importFile.ts';
import { readTextFile } from '../../services/readTextFile.ts';
import { commandHost } from '../commandHost.ts';
import { EXIT } from '../exitCodes.ts';
import { absolute, newFilePath } from '../paths.ts';
import type { AddCommand } from '../runCommandLine.ts';

export const addImport: AddCommand = (program, { terminal, startDecoder, finish }) => {
  program
    .command('import')
    .description('Make a postmortem of a Markdown file and print the path of its file.')
    .argument('<FILE.md>', 'any Markdown file')
    .option('--out <F.debrief>', 'the file to make (default: one in your library)')
    .action(async (name: string, { out }: { readonly out?: string }) => {
      const path = absolute(terminal, name);
      const place = out === undefined ? null : newFilePath(terminal, out);
      const file = { name: basename(path), text: await readTextFile(path), folder: dirname(path) };
      const made = await importMarkdownFile(await commandHost(terminal, startDecoder), file, place);
      for (const note of made.notes) terminal.say(note);
      await terminal.print(`${made.path}\n`);
      finish(EXIT.done);
    });
};
