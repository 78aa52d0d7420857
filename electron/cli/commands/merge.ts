import { HostError } from '../../../shared/contract/errors.ts';
import { assertFileThere } from '../../services/readTextFile.ts';
import { errorCode } from '../../storage/fileSystem.ts';
import { mergeFiles } from '../../storage/mergeFiles.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { EXIT } from '../exitCodes.ts';
import { absolute, newFilePath } from '../paths.ts';
import type { AddCommand } from '../runCommandLine.ts';

export const addMerge: AddCommand = (program, { terminal, vet, finish }) => {
  program
    .command('merge')
    .description('Merge two copies of one postmortem into a new file, and print its path.')
    .argument('<A>', 'a .debrief file')
    .argument('<B>', 'another copy of it')
    .requiredOption('--out <C>', 'the file to make, ending in .debrief')
    .action(async (a: string, b: string, options: { readonly out: string }) => {
      const out = newFilePath(terminal, options.out);
      const paths = [absolute(terminal, a), absolute(terminal, b)];
      for (const path of paths) await assertFileThere(path);
      const { problems } = await mergeFiles({ fs: nodeFileSystem, paths, out, vet }).catch(refuseTaken);
      for (const problem of problems) terminal.say(problem);
      if (problems.length > 0) terminal.say('What could be read was merged.');
      await terminal.print(`${out}\n`);
      finish(EXIT.done);
    });
};

/** @throws HostError for a name that is taken, the error itself otherwise */
function refuseTaken(error: unknown): never {
  if (errorCode(error) !== 'EEXIST') throw error;
  throw new HostError({
    code: 'bad-argument',
    sentence: 'There is a file of this name already.',
    next: 'Choose another name.',
  });
}
