import * as Y from 'yjs';
import { HostError } from '../../../shared/contract/errors.ts';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import { type PostmortemFile, readPostmortemFile } from '../../services/readPostmortemFile.ts';
import { writeNewDocument } from '../../services/writeNewDocument.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { commandHost } from '../commandHost.ts';
import { EXIT } from '../exitCodes.ts';
import { absolute, newFilePath } from '../paths.ts';
import type { AddCommand } from '../runCommandLine.ts';

export const addMerge: AddCommand = (program, { terminal, finish }) => {
  program
    .command('merge')
    .description('Merge two copies of one postmortem into a new file, and print its path.')
    .argument('<A>', 'a .debrief file')
    .argument('<B>', 'another copy of it')
    .requiredOption('--out <C>', 'the file to make, ending in .debrief')
    .action(async (a: string, b: string, { out }: { readonly out: string }) => {
      const path = newFilePath(terminal, out);
      const files: PostmortemFile[] = [];
      for (const name of [a, b]) {
        const file = await readPostmortemFile(nodeFileSystem, absolute(terminal, name));
        if (file.damage.length > 0 || file.tornBytes > 0) {
          terminal.say(`${name} is damaged; what can be read of it is merged.`);
        }
        files.push(file);
      }
      const [first, ...others] = files as [PostmortemFile, ...PostmortemFile[]];
      for (const other of others) {
        if (other.documentId !== first.documentId) throw twoDocuments(a, b);
        Y.applyUpdate(first.doc, Y.encodeStateAsUpdate(other.doc));
      }
      const judgement = judgeUpdate(Y.encodeStateAsUpdate(first.doc));
      if (judgement.kind === 'unknown') throw newerThanThis(judgement.what);
      const images = new Map(files.flatMap((file) => [...file.images]));
      await writeNewDocument(await commandHost(terminal), path, first.doc, first.documentId, images.values());
      await terminal.print(`${path}\n`);
      finish(EXIT.done);
    });
};

const twoDocuments = (a: string, b: string): HostError =>
  new HostError({
    code: 'bad-argument',
    sentence: `${a} and ${b} are two different postmortems, not two copies of one.`,
    next: 'Only copies of one file can be merged.',
  });

const newerThanThis = (what: string): HostError =>
  new HostError({
    code: 'newer-version',
    sentence: `A newer version of Debrief wrote this postmortem (it has ${what}).`,
    next: 'Update Debrief to merge it. Nothing was written.',
  });
