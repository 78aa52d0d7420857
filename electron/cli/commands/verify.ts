import { dataFolder } from '../../services/folders.ts';
import { assertFileThere } from '../../services/readTextFile.ts';
import { verifyFile } from '../../services/verifyFile.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { EXIT } from '../exitCodes.ts';
import { absolute } from '../paths.ts';
import type { AddCommand } from '../runCommandLine.ts';

export const addVerify: AddCommand = (program, { terminal, vet, finish }) => {
  program
    .command('verify')
    .description('Check every record of a postmortem; exit code 1 when it is damaged.')
    .argument('<FILE>', 'a .debrief file')
    .option('--json', 'as JSON')
    .action(async (name: string, { json }: { readonly json?: boolean }) => {
      const path = absolute(terminal, name);
      await assertFileThere(path);
      const data = dataFolder(terminal.env);
      const { bytes, records, findings } = await verifyFile(nodeFileSystem, path, data, vet);
      const sound = findings.length === 0;
      if (json) await terminal.print(`${JSON.stringify({ sound, bytes, records, findings }, null, 2)}\n`);
      else await terminal.print(findings.map(({ sentence }) => `${sentence}\n`).join(''));
      terminal.say(sound ? `${name} is sound: ${records} records, ${bytes} bytes.` : `${name} is damaged.`);
      finish(sound ? EXIT.done : EXIT.failed);
    });
};
