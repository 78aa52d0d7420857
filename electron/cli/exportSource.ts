import { basename, dirname, extname } from 'node:path';
import { HostError } from '../../shared/contract/errors.ts';
import { judgeDocument } from '../../shared/schema/gate.ts';
import { type Exportable, exportableFile } from '../services/exportFiles/exportable.ts';
import { readMarkdownFile } from '../services/importFile.ts';
import { readTextFile } from '../services/readTextFile.ts';
import { isAllThere } from '../services/verifyFile.ts';
import { checkedFile } from './checkedFile.ts';
import { absolute, EXTENSION, isMarkdownPath } from './paths.ts';
import type { CommandRun } from './runCommandLine.ts';
import { sayFindings } from './sayFindings.ts';

export interface ExportSource {
  readonly source: Exportable;
  /** False when something that was saved in the file cannot be read any more, or not by this version. */
  readonly isWhole: boolean;
}

/** Reads what is to be exported, and says what is damaged in it. @throws HostError when nothing can be read */
export async function readExportSource(run: CommandRun, name: string): Promise<ExportSource> {
  const path = absolute(run.terminal, name);
  if (isMarkdownPath(path)) return { source: await readMarkdown(path), isWhole: true };
  if (extname(path).toLowerCase() === EXTENSION) return readDebrief(run, name);
  throw new HostError({
    code: 'foreign-file',
    sentence: `${name} is neither a .debrief file nor Markdown.`,
    next: 'Name a .debrief, .md or .markdown file.',
  });
}

async function readMarkdown(path: string): Promise<Exportable> {
  const text = await readTextFile(path);
  const { content, images } = await readMarkdownFile({ name: basename(path), text, folder: dirname(path) });
  return { content, image: (hash) => images.get(hash) ?? null };
}

async function readDebrief(run: CommandRun, name: string): Promise<ExportSource> {
  const { terminal } = run;
  const checked = await checkedFile(run, name);
  const { file, findings } = checked;
  sayFindings(terminal, name, findings);
  if (file.doc.store.clients.size === 0) {
    throw new HostError({
      code: 'damaged',
      sentence: `Nothing of ${name} can be read, so nothing was written.`,
      next: 'Look for another copy of it.',
    });
  }
  const isAll = isAllThere(checked);
  if (!isAll) terminal.say('What can be read of it is exported; something that was saved in it is missing.');
  const judgement = judgeDocument(file.doc);
  if (judgement.kind === 'unknown') {
    terminal.say(
      `A newer version of Debrief wrote ${name} (it has ${judgement.what}). What this version does not know of it is missing from the export: update Debrief to export all of it.`,
    );
  }
  return { source: exportableFile(file), isWhole: isAll && judgement.kind === 'ok' };
}
