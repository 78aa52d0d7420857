import { readAbout } from '../../../shared/document/about.ts';
import { readFacts } from '../../../shared/document/facts.ts';
import { readBody, textOf } from '../../../shared/document/readBody.ts';
import type { BodyNode } from '../../../shared/document/template.ts';
import { sectionsOf } from '../../../shared/review/sectionsOf.ts';
import type { PostmortemFile } from '../../services/readPostmortemFile.ts';
import { alignColumns } from '../alignColumns.ts';
import { checkedFile } from '../checkedFile.ts';
import { EXIT } from '../exitCodes.ts';
import type { AddCommand } from '../runCommandLine.ts';

export const addInfo: AddCommand = (program, run) => {
  const { terminal, finish } = run;
  program
    .command('info')
    .description('Say what a postmortem holds.')
    .argument('<FILE>', 'a .debrief file')
    .option('--json', 'as JSON')
    .action(async (name: string, { json }: { readonly json?: boolean }) => {
      const { file, findings } = await checkedFile(run, name);
      const info = infoOf(file);
      if (json) await terminal.print(`${JSON.stringify(info, null, 2)}\n`);
      else
        await terminal.print(
          alignColumns(Object.entries(info).map(([key, value]) => [key, String(value ?? '-')])),
        );
      if (findings.length > 0) {
        terminal.say(`The file is damaged: debrief verify ${name} says where.`);
      }
      finish(EXIT.done);
    });
};

/** `id` is the incident's, `documentId` the hidden one. `schema` and `format` are versions. */
function infoOf(file: PostmortemFile) {
  const facts = readFacts(file.doc);
  const about = readAbout(file.doc);
  const body = readBody(file.doc);
  return {
    id: facts.incidentId,
    title: facts.title,
    severity: facts.severity,
    status: about.status,
    sections: sectionsOf(body).length,
    rows: count(body, 'timelineRow'),
    whys: count(body, 'why', (why) => textOf(why).trim() !== ''),
    actions: count(body, 'actionItem'),
    images: file.images.size,
    bytes: file.bytes,
    records: file.records.length,
    schema: about.schemaVersion,
    format: file.formatVersion,
    documentId: file.documentId,
  };
}

const count = (
  nodes: readonly BodyNode[],
  type: string,
  counts: (node: BodyNode) => boolean = () => true,
): number =>
  nodes.reduce(
    (sum, node) =>
      sum + (node.type === type && counts(node) ? 1 : 0) + count(node.content ?? [], type, counts),
    0,
  );
