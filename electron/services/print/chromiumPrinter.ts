import { HostError } from '../../../shared/contract/errors.ts';
import type { PrintJob } from '../ports.ts';
import { startBrowser } from './browserProcess.ts';
import { Devtools } from './devtools.ts';
import { findBrowser } from './findBrowser.ts';
import { PAGE_MARGINS, PAPER_INCHES, pdfFooterTemplate, pdfHeaderTemplate } from './templates.ts';

export interface Printed {
  readonly pdf: Uint8Array;
  /** What printed it, such as `Chromium 140.0.7339.80`. */
  readonly engine: string;
}

/** A browser that says nothing for so long hangs. Milliseconds; a long document takes seconds. */
const PATIENCE = 180_000;

/**
 * Prints a self-contained page by an installed Chromium: without script, without network, in a profile that
 * is removed.
 *
 * @throws HostError `unsupported` without a browser, `cancelled`, or `internal` when it could not print
 */
export async function printWithChromium(job: PrintJob, env: NodeJS.ProcessEnv): Promise<Printed> {
  if (job.signal.aborted) throw cancelled();
  const executablePath = findBrowser(env);
  if (executablePath === null) throw noPrinter();
  const browser = await startBrowser(executablePath);
  let stopped = false;
  const stop = () => {
    stopped = true;
    void browser.remove();
  };
  const overdue = setTimeout(stop, PATIENCE);
  job.signal.addEventListener('abort', stop, { once: true });
  try {
    return await print(new Devtools(browser), job);
  } catch (error) {
    if (job.signal.aborted) throw cancelled();
    throw couldNotPrint(executablePath, stopped, error);
  } finally {
    clearTimeout(overdue);
    job.signal.removeEventListener('abort', stop);
    await browser.remove();
  }
}

async function print(devtools: Devtools, job: PrintJob): Promise<Printed> {
  const { product } = await devtools.send('Browser.getVersion');
  // Such as `Chrome/140.0.7339.80`; older ones without a window say `HeadlessChrome/...`.
  const chrome = String(product).split('/')[1] ?? '';
  const { targetId } = await devtools.send('Target.createTarget', { url: 'about:blank' });
  const attached = await devtools.send('Target.attachToTarget', { targetId, flatten: true });
  const page = String(attached.sessionId);
  await devtools.send('Network.enable', {}, page);
  await devtools.send(
    'Network.emulateNetworkConditions',
    { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 },
    page,
  );
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: true }, page);
  // A target is there before its first document is, which would take the place of ours: this waits for one.
  await devtools.send('Page.navigate', { url: 'about:blank' }, page);
  await devtools.send('Page.setDocumentContent', { frameId: targetId, html: job.html }, page);
  const drawn = await devtools.send(
    'Runtime.evaluate',
    { expression: UNTIL_DRAWN, awaitPromise: true },
    page,
  );
  if ((drawn.result as { value?: unknown } | undefined)?.value !== true)
    throw new Error('The page is empty.');
  const paper = PAPER_INCHES[job.paper];
  const { stream } = await devtools.send(
    'Page.printToPDF',
    {
      paperWidth: paper.width,
      paperHeight: paper.height,
      marginTop: PAGE_MARGINS.top,
      marginBottom: PAGE_MARGINS.bottom,
      marginLeft: PAGE_MARGINS.left,
      marginRight: PAGE_MARGINS.right,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: pdfHeaderTemplate(job.header, chrome),
      footerTemplate: pdfFooterTemplate(job.footer, chrome),
      // Engines that do not know these two leave them out.
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      transferMode: 'ReturnAsStream',
    },
    page,
  );
  const pdf = await readStream(devtools, String(stream), page);
  return { pdf, engine: `Chromium ${chrome}` };
}

/**
 * In the page: its fonts and images are there. An image that cannot be decoded is drawn as missing. Whether there is
 * anything to print.
 */
const UNTIL_DRAWN = `(async () => {
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => undefined)));
  return document.body.hasChildNodes();
})()`;

async function readStream(devtools: Devtools, handle: string, page: string): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for (;;) {
    const { data, base64Encoded, eof } = await devtools.send('IO.read', { handle, size: 1024 * 1024 }, page);
    parts.push(Buffer.from(String(data), base64Encoded === true ? 'base64' : 'utf8'));
    if (eof === true) break;
  }
  return Buffer.concat(parts);
}

const cancelled = (): HostError =>
  new HostError({
    code: 'cancelled',
    sentence: 'The export was cancelled.',
    next: 'Nothing was written.',
  });

const noPrinter = (): HostError =>
  new HostError({
    code: 'unsupported',
    sentence: 'There is no Chromium, Chrome or Edge here that could print the PDF.',
    next: 'Install one, or export the PDF in the Debrief app.',
  });

const couldNotPrint = (executablePath: string, stopped: boolean, cause: unknown): HostError =>
  new HostError(
    {
      code: 'internal',
      sentence: `${executablePath} could not print the PDF${stopped ? ': it did not answer' : ''}.`,
      next: 'Choose another browser with the environment variable DEBRIEF_BROWSER, or export in the app.',
    },
    { cause },
  );
