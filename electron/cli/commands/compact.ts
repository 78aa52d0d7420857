import { judgeUpdate } from '../../../shared/schema/gate.ts';
import { dataFolder } from '../../services/folders.ts';
import { compactFile } from '../../services/open-document/index.ts';
import { assertFileThere } from '../../services/readTextFile.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { EXIT } from '../exitCodes.ts';
import { absolute } from '../paths.ts';
import type { AddCommand } from '../runCommandLine.ts';

export const addCompact: AddCommand = (program, { terminal, tryUpdates, finish }) => {
  program
    .command('compact')
    .description(
      'Write a postmortem anew without the history of its edits, and print its size before and after. A damaged file is kept aside as it was.',
    )
    .argument('<FILE>', 'a .debrief file')
    .action(async (name: string) => {
      const path = absolute(terminal, name);
      await assertFileThere(path);
      // By itself, not together with a program that has the file: that one would have to do it.
      const { before, after, keptAside } = await compactFile({
        fs: nodeFileSystem,
        path,
        dataFolder: dataFolder(terminal.env),
        gate: judgeUpdate,
        tryUpdates,
        label: 'debrief compact',
      });
      if (keptAside !== null) terminal.say(`${name} was damaged. It is kept as it was in ${keptAside}`);
      await terminal.print(`${before} ${after}\n`);
      finish(EXIT.done);
    });
};
