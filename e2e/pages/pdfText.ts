import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfPage {
  /** The text of the page in the order in which it was drawn, white space as one space. */
  readonly text: string;
}

/** What a PDF says, page by page, read by pdf.js. */
export async function pdfPages(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(' ');
    pages.push({ text: text.replace(/\s+/g, ' ').trim() });
  }
  await loading.destroy();
  return pages;
}
