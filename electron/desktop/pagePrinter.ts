import { BrowserWindow, session } from 'electron';
import { HostError } from '../../shared/contract/errors.ts';
import type { PrintJob } from '../services/ports.ts';
import { PAGE_MARGINS, pdfFooterTemplate, pdfHeaderTemplate } from '../services/print/templates.ts';
import { APP_ORIGIN, serveOnePage } from './appProtocol.ts';

/**
 * Prints a self-contained page by Electron's own Chromium, in a window that is never shown, without script
 * and without network.
 */
export async function printPage(job: PrintJob): Promise<Uint8Array> {
  const ownSession = session.fromPartition(`print-${Date.now()}`);
  // Each session asks for dictionaries anew (see lockDown.ts).
  ownSession.setSpellCheckerLanguages([]);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: ownSession,
      sandbox: true,
      contextIsolation: true,
      javascript: false,
      spellcheck: false,
    },
  });
  const cancel = () => window.destroy();
  job.signal.addEventListener('abort', cancel, { once: true });
  try {
    serveOnePage(ownSession, job.html);
    await window.loadURL(`${APP_ORIGIN}/`);
    return await window.webContents.printToPDF({
      pageSize: job.paper,
      printBackground: true,
      preferCSSPageSize: false,
      displayHeaderFooter: true,
      headerTemplate: pdfHeaderTemplate(job.header, process.versions.chrome),
      footerTemplate: pdfFooterTemplate(job.footer, process.versions.chrome),
      margins: PAGE_MARGINS,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } catch (error) {
    if (!job.signal.aborted) throw error;
    throw new HostError({
      code: 'cancelled',
      sentence: 'The export was cancelled.',
      next: 'Nothing was written.',
    });
  } finally {
    job.signal.removeEventListener('abort', cancel);
    if (!window.isDestroyed()) window.destroy();
  }
}
