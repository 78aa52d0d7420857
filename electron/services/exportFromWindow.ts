import { basename, dirname, extname } from 'node:path';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { HostError } from '../../shared/contract/errors.ts';
import type { DebriefHost } from './debriefHost.ts';
import { exportableDocument } from './exportFiles/exportable.ts';
import { exportMarkdownFile } from './exportFiles/exportMarkdownFile.ts';
import { printJobOf } from './exportFiles/printJobOf.ts';
import { type ExportedFile, throwIfCancelled, writeExport } from './exportFiles/writeExport.ts';
import type { OpenDocument } from './open-document/index.ts';
import type { WindowPort } from './ports.ts';

export interface WindowExport {
  readonly to: 'md' | 'pdf';
  readonly plain: boolean;
  readonly paper: 'A4' | 'Letter';
  readonly signal: AbortSignal;
  /** Takes a share between 0 and 1, or null while the length is unknown. */
  readonly progress: (done: number | null) => void;
}

const MEDIA_TYPES = { md: 'text/markdown; charset=utf-8', pdf: 'application/pdf' } as const;

/**
 * Exports an open document for a window: to the place that the person chooses, or, where there are no dialogs,
 * as bytes that the browser saves, with pictures inside the text.
 *
 * @throws HostError when it cannot be rendered or written
 */
export async function exportFromWindow(
  host: DebriefHost,
  window: WindowPort,
  document: OpenDocument,
  wish: WindowExport,
): Promise<CallOutput<'document.export'>> {
  const name = `${basename(document.path, extname(document.path))}.${wish.to}`;
  const { choosePlace } = host.ports;
  const path = choosePlace === undefined ? null : await choosePlace(window, name);
  if (choosePlace !== undefined && path === null) return { kind: 'cancelled' };
  try {
    wish.progress(null);
    const file = await render(host, document, wish, path);
    throwIfCancelled(wish.signal);
    if (path === null) return { kind: 'bytes', name, mediaType: MEDIA_TYPES[wish.to], bytes: file.content };
    await writeExport(path, file, wish.signal);
    return { kind: 'written', place: { name: basename(path), folder: dirname(path) } };
  } catch (error) {
    if (error instanceof HostError && error.code === 'cancelled') return { kind: 'cancelled' };
    throw error;
  }
}

async function render(
  host: DebriefHost,
  document: OpenDocument,
  { to, plain, paper, signal }: WindowExport,
  path: string | null,
): Promise<ExportedFile> {
  const source = exportableDocument(document);
  if (to === 'md') return exportMarkdownFile(source, { plain, path });
  const pdf = await host.ports.printPdf(await printJobOf(source, paper, signal));
  return { content: pdf, pictures: new Map() };
}
