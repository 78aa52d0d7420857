/** What an inline style says of the text in its element, as far as a postmortem shows it. */
interface StyledText {
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly struck: boolean;
  readonly hidden: boolean;
}

/** Reads the declarations of a `style` attribute; null where it says nothing. */
export function styledText(style: string): StyledText {
  const said = new Map(
    style.split(';').map((declaration) => {
      const colon = declaration.indexOf(':');
      return [
        declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase(),
        declaration
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      ] as const;
    }),
  );
  const weight = said.get('font-weight');
  const slant = said.get('font-style');
  const line = `${said.get('text-decoration') ?? ''} ${said.get('text-decoration-line') ?? ''}`;
  return {
    bold: weight === undefined ? null : /^(bold|bolder|[6-9]\d\d)\b/.test(weight),
    italic: slant === undefined ? null : /^(italic|oblique)\b/.test(slant),
    struck: line.includes('line-through'),
    hidden: said.get('display') === 'none',
  };
}

const BOLD = 'b, strong';
const ITALIC = 'i, em';
/** Bold as such, without a mark. */
const HEAVY = 'h1, h2, h3, h4, h5, h6, th';
/** May hold elements of a few kinds only: around their text nothing can be put here. */
const STRICT = 'table, thead, tbody, tfoot, tr, colgroup, ul, ol, dl, select';

/**
 * Says by elements what an element's inline style said: word processors write bold text as a styled span, and
 * a whole document as a `<b>` that is not bold. @returns the element that is in its place now, or null where it
 * was hidden
 */
export function replaceStyle(element: Element, style: string): Element | null {
  const { bold, italic, struck, hidden } = styledText(style);
  if (hidden) {
    element.remove();
    return null;
  }
  const plain =
    (bold === false && element.matches(BOLD)) || (italic === false && element.matches(ITALIC))
      ? renamed(element, 'span')
      : element;
  if (plain.matches(STRICT)) return plain;
  if (bold && !plain.matches(`${BOLD}, ${HEAVY}`)) wrapContent(plain, 'strong');
  if (italic && !plain.matches(ITALIC)) wrapContent(plain, 'em');
  if (struck && !plain.matches('s, del, strike')) wrapContent(plain, 's');
  return plain;
}

function renamed(element: Element, name: string): Element {
  const replacement = element.ownerDocument.createElement(name);
  replacement.append(...element.childNodes);
  element.replaceWith(replacement);
  return replacement;
}

function wrapContent(element: Element, name: string): void {
  const wrapper = element.ownerDocument.createElement(name);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}
