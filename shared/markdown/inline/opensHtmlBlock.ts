import type { PhrasingContent } from 'mdast';

/** Tags, comments and the like that begin a block of HTML whatever follows them in their line (CommonMark 4.6, 1 to 6). */
const ALWAYS =
  /^<(?:!|\?|\/?(?:script|pre|style|textarea|address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?![\w-]))/i;

/** Whether a line that begins like this would be read as a block of HTML: every other tag is one where it stands alone. */
export function opensHtmlBlock([first, next]: readonly PhrasingContent[]): boolean {
  if (first?.type !== 'html' || !first.value.startsWith('<')) return false;
  if (ALWAYS.test(first.value)) return true;
  if (next === undefined || next.type === 'break') return true;
  return next.type === 'text' && /^\s*$|^[ \t]*\n/.test(next.value);
}
