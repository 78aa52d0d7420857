import type { Exportable } from './exportable.ts';
import type { ExportedFile } from './writeExport.ts';

/** The content as JSON. */
export function exportJsonFile({ content }: Exportable): ExportedFile {
  return { content: new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`), pictures: new Map() };
}
