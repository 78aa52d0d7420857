import { stat } from 'node:fs/promises';
import { HostError } from '../../../shared/contract/errors.ts';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import { dataFolder } from '../../services/folders.ts';
import { openDocument } from '../../services/open-document/index.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { EXIT } from '../exitCodes.ts';
import { absolute } from '../paths.ts';
import type { AddCommand } from '../runCommandLine.ts';

export const addCompact: AddCommand = (program, { terminal, finish }) => {
  program
    .command('compact')
    .description(
      'Write a postmortem anew without the history of its edits, and print its size before and after.',
    )
    .argument('<FILE>', 'a .debrief file')
    .action(async (name: string) => {
      const path = absolute(terminal, name);
      const before = await sizeOf(path, name);
      // By itself, not together with a program that has the file: that one would have to do it.
      const document = await openDocument({
        fs: nodeFileSystem,
        path,
        dataFolder: dataFolder(terminal.env),
        gate: judgeUpdate,
        label: 'debrief compact',
      });
      try {
        const state = document.saveState();
        if (state.kind === 'read-only') throw new HostError({ code: 'in-use', ...state });
        await document.compact();
      } finally {
        await document.close();
      }
      await terminal.print(`${before} ${await sizeOf(path, name)}\n`);
      finish(EXIT.done);
    });
};

/** In bytes. @throws HostError when there is no such file */
async function sizeOf(path: string, name: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found !== null) return found.size;
  throw new HostError({
    code: 'not-found',
    sentence: `There is no file ${name}.`,
    next: 'Check its name and folder.',
  });
}
