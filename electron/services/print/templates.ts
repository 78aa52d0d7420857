/**
 * The running header and footer as Chromium's printer takes them: HTML drawn in the page's margins, in a
 * document of its own without the page's styles. Both printers (Electron's and an installed Chromium's) use
 * them, since CSS margin boxes need Chromium 131.
 */

/** Margins of the printed page, in inches; the templates are drawn inside them. */
export const PAGE_MARGINS = { top: 0.95, bottom: 0.87, left: 0.83, right: 0.83 } as const;

/** Paper sizes, in inches. */
export const PAPER_INCHES = {
  A4: { width: 8.27, height: 11.69 },
  Letter: { width: 8.5, height: 11 },
} as const;

/** Chromium before 120 draws the templates a third larger than they say (its change f6529c7990744370). */
const FIRST_TRUE_SIZE = 120;

/** @param chrome version of the engine, such as `108.0.5359.215` */
const lineStyle = (chrome: string, more: string): string =>
  [
    'box-sizing:border-box',
    'width:100%',
    `padding:0 ${PAGE_MARGINS.right}in 0 ${PAGE_MARGINS.left}in`,
    'display:flex',
    'justify-content:space-between',
    'gap:24pt',
    'font:400 8pt/11pt Inter,Arial,Helvetica,sans-serif',
    'color:#62666a',
    '-webkit-print-color-adjust:exact',
    more,
    ...(Number.parseInt(chrome, 10) < FIRST_TRUE_SIZE ? ['zoom:0.75'] : []),
  ].join(';');
const CUT = 'overflow:hidden;white-space:nowrap;text-overflow:ellipsis';

/** Incident ID on the left, title on the right; both are plain text. */
export function pdfHeaderTemplate(
  header: { readonly left: string; readonly right: string },
  chrome: string,
): string {
  return (
    `<div style="${lineStyle(chrome, 'padding-top:8mm')}">` +
    `<span style="white-space:nowrap;font-weight:500;color:#464a4e">${escapeHtml(header.left)}</span>` +
    `<span style="${CUT}">${escapeHtml(header.right)}</span></div>`
  );
}

/** A plain text on the left, `page / pages` on the right. */
export function pdfFooterTemplate(footer: { readonly left: string }, chrome: string): string {
  return (
    `<div style="${lineStyle(chrome, 'padding-bottom:8mm')}"><span style="${CUT}">${escapeHtml(footer.left)}</span>` +
    '<span style="white-space:nowrap;color:#464a4e"><span class="pageNumber"></span> / ' +
    '<span class="totalPages"></span></span></div>'
  );
}

/** Text as HTML shows it, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
