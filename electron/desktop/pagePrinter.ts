import { BrowserWindow, session } from 'electron';
import { HostError } from '../../shared/contract/errors.ts';
import type { PrintJob } from '../services/ports.ts';
import { pdfFooterTemplate, pdfHeaderTemplate } from '../services/print/templates.ts';
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
      headerTemplate: pdfHeaderTemplate(job.header),
      footerTemplate: pdfFooterTemplate(job.footer),
      margins: { top: 0.87, bottom: 0.79, left: 0.79, right: 0.79 },
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
