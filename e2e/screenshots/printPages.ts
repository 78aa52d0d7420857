import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Browser } from '@playwright/test';
import { pathOf } from './shoot.ts';

const PDFJS = 'node_modules/pdfjs-dist/build';
const ORIGIN = 'http://print.invalid';

/** Takes a picture of each of the first pages of a PDF, drawn by pdf.js in a page of its own. */
export async function shootPrintPages(browser: Browser, pdf: Buffer, pages: number): Promise<void> {
  const page = await browser.newPage();
  await page.route(`${ORIGIN}/**`, async (route) => {
    const name = basename(new URL(route.request().url()).pathname);
    if (name === 'page') await route.fulfill({ contentType: 'text/html', body: '<canvas></canvas>' });
    else if (name === 'pdf') await route.fulfill({ contentType: 'application/pdf', body: pdf });
    else {
      const body = await readFile(`${PDFJS}/${name}`);
      await route.fulfill({ contentType: 'text/javascript', body });
    }
  });
  await page.goto(`${ORIGIN}/page`);
  for (let number = 1; number <= pages; number += 1) {
    await page.evaluate(
      async ({ origin, number }) => {
        const library = await import(`${origin}/pdf.min.mjs`);
        library.GlobalWorkerOptions.workerSrc = `${origin}/pdf.worker.min.mjs`;
        const document_ = await library.getDocument({ url: `${origin}/pdf` }).promise;
        const sheet = await document_.getPage(number);
        const viewport = sheet.getViewport({ scale: 1.2 });
        const canvas = document.querySelector('canvas');
        if (canvas === null) return;
        canvas.width = viewport.width;
        canvas.height = viewport.height;
        await sheet.render({ canvas, viewport }).promise;
      },
      { origin: ORIGIN, number },
    );
    await page.locator('canvas').screenshot({ path: pathOf(number === 1 ? 'print' : `print-${number}`) });
  }
  await page.close();
}
