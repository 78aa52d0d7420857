import { safeLinkAddress } from '../../../shared/schema/linkPolicy.ts';
import { rowsOutOfTables } from '../copy-text/rowTables.ts';
import { defusedHtml, KEPT_STYLE } from './defusedHtml.ts';
import { replaceStyle } from './styledMarks.ts';

/** Elements that hold no text of a page, or run or fetch something. */
const NO_TEXT = 'script, style, link, meta, base, title, template, iframe, frame, object, embed, noscript';

/** Smaller pictures, in px, are there to be counted, not seen. */
export const SEEN = 4;

/**
 * HTML of another program as this editor takes it: what its styles say is said by elements; scripts, frames
 * and handlers are gone; addresses that the link policy refuses are gone and their text stays; a picture that
 * lies elsewhere is a link to it, and one without such an address its description. Parsed in a document that loads
 * and runs nothing.
 */
export function cleanHtml(html: string): string {
  const content = inertContent(html);
  for (const element of content.querySelectorAll(NO_TEXT)) element.remove();
  for (const element of content.querySelectorAll(`[${KEPT_STYLE}]`)) {
    const style = element.getAttribute(KEPT_STYLE) ?? '';
    element.removeAttribute(KEPT_STYLE);
    replaceStyle(element, style);
  }
  rowsOutOfTables(content);
  for (const picture of content.querySelectorAll('img')) replacePicture(picture);
  for (const link of content.querySelectorAll('a[href]')) {
    if (safeLinkAddress(link.getAttribute('href') ?? '') === null) link.removeAttribute('href');
  }
  return htmlOf(content);
}

/** The HTML of content, which is taken out of it. */
export function htmlOf(content: DocumentFragment): string {
  const holder = document.createElement('template');
  holder.content.append(content);
  return holder.innerHTML;
}

/** Whether HTML holds one picture and no words: then the clipboard's own bytes of it are what was copied. */
export function isOnePicture(html: string): boolean {
  const content = inertContent(html);
  for (const element of content.querySelectorAll(NO_TEXT)) element.remove();
  return content.querySelectorAll('img').length === 1 && (content.textContent ?? '').trim() === '';
}

/** A template takes cells and rows without their table, and its content belongs to a document without a page. */
export function inertContent(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = defusedHtml(html);
  return template.content;
}

/** Whether a picture is there to be seen; `100%` and `auto` are no sizes in pixels. */
export const isSeen = (picture: HTMLImageElement): boolean =>
  !['width', 'height'].some((name) => Number(picture.getAttribute(name) ?? SEEN) < SEEN);

function replacePicture(picture: HTMLImageElement): void {
  const address = safeLinkAddress(picture.getAttribute('src') ?? '');
  const description = picture.getAttribute('alt')?.trim() ?? '';
  if (address === null || !isSeen(picture) || !/^https?:/i.test(address)) {
    picture.replaceWith(isSeen(picture) ? description : '');
    return;
  }
  const words = description || 'Picture';
  const link = picture.ownerDocument.createElement('a');
  link.setAttribute('href', address);
  link.textContent = words;
  // A picture that is a link keeps where that leads.
  picture.replaceWith(picture.closest('a[href]') === null ? link : words);
}
