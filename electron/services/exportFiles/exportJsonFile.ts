import { postmortemJson } from '../../../shared/publish/postmortemJson.ts';
import type { Exportable } from './exportable.ts';
import type { ExportedFile } from './writeExport.ts';

/** A postmortem as JSON for other programs. */
export function exportJsonFile({ content }: Exportable): ExportedFile {
  const text = `${JSON.stringify(postmortemJson(content), null, 2)}\n`;
  return { content: new TextEncoder().encode(text), pictures: new Map() };
}
