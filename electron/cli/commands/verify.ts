import { checkedFile } from '../checkedFile.ts';
import { EXIT } from '../exitCodes.ts';
import type { AddCommand } from '../runCommandLine.ts';

export const addVerify: AddCommand = (program, run) => {
  const { terminal, finish } = run;
  program
    .command('verify')
    .description('Check every record of a postmortem; exit code 1 when it is damaged.')
    .argument('<FILE>', 'a .debrief file')
    .option('--json', 'as JSON')
    .action(async (name: string, { json }: { readonly json?: boolean }) => {
      const { file, findings } = await checkedFile(run, name);
      const { bytes } = file;
      const records = file.records.length;
      const sound = findings.length === 0;
      if (json) await terminal.print(`${JSON.stringify({ sound, bytes, records, findings }, null, 2)}\n`);
      else await terminal.print(findings.map(({ sentence }) => `${sentence}\n`).join(''));
      terminal.say(sound ? `${name} is sound: ${records} records, ${bytes} bytes.` : `${name} is damaged.`);
      finish(sound ? EXIT.done : EXIT.failed);
    });
};
