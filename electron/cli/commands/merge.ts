import { type CheckedFile, isAllThere } from '../../services/verifyFile.ts';
import { mergeFiles } from '../../storage/mergeFiles.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { checkedFile } from '../checkedFile.ts';
import { EXIT } from '../exitCodes.ts';
import { newFilePath } from '../paths.ts';
import type { AddCommand, CommandRun } from '../runCommandLine.ts';
import { sayFindings } from '../sayFindings.ts';

export const addMerge: AddCommand = (program, run) => {
  const { terminal } = run;
  program
    .command('merge')
    .description('Merge two copies of one postmortem into a new file, and print its path.')
    .argument('<A>', 'a .debrief file')
    .argument('<B>', 'another copy of it')
    .requiredOption('--out <C>', 'the file to make, ending in .debrief')
    .action(async (a: string, b: string, options: { readonly out: string }) => {
      const out = newFilePath(terminal, options.out);
      const copies: CheckedFile[] = [];
      for (const name of [a, b]) copies.push(await readCopy(run, name));
      await mergeFiles({ fs: nodeFileSystem, copies: copies.map(({ file }) => file), out });
      const isWhole = copies.every(isAllThere);
      if (!isWhole) terminal.say(PARTLY);
      await terminal.print(`${out}\n`);
      run.finish(isWhole ? EXIT.done : EXIT.failed);
    });
};

const PARTLY =
  'What can be read was merged. Something that was saved in a damaged copy is missing, unless the other one has it.';

/** Reads a copy, and says what is damaged in it. @throws HostError when it cannot be read */
async function readCopy(run: CommandRun, name: string): Promise<CheckedFile> {
  const copy = await checkedFile(run, name);
  sayFindings(run.terminal, name, copy.findings);
  return copy;
}
