import { publishHtml } from '../../../shared/publish/publishHtml.ts';
import type { PrintJob } from '../ports.ts';
import { fontStyles } from '../print/fontStyles.ts';
import { rendererFolder } from '../programFiles.ts';
import { dataAddress, type Exportable } from './exportable.ts';

/** A postmortem as a printer takes it: one page of HTML with its pictures and fonts inside. */
export async function printJobOf(
  { content, image }: Exportable,
  paper: PrintJob['paper'],
  signal: AbortSignal,
): Promise<PrintJob> {
  const page = publishHtml(content, {
    picture: (hash) => {
      const picture = image(hash);
      return picture === null ? null : dataAddress(picture);
    },
    fontStyles: await fontStyles(rendererFolder()),
    now: new Date().toISOString().slice(0, 16),
  });
  return { ...page, paper, signal };
}
