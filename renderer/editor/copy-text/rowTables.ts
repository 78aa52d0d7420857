import { DOMSerializer, type Fragment, type Node } from '@tiptap/pm/model';
import { type ActionLabels, isInParts, isRow, type RowWords, wordsBesideRows } from './linesOfRows.ts';

type Options = Parameters<DOMSerializer['serializeFragment']>[1];

/**
 * HTML for the clipboard in which rows are those of a table, with a cell for each thing that the page shows of them:
 * a mail or a spreadsheet has the times and the owners, too. {@link rowsOutOfTables} makes the rows of it again.
 */
export class RowTableSerializer extends DOMSerializer {
  readonly #labels: () => ActionLabels;

  constructor({ nodes, marks }: DOMSerializer, labels: () => ActionLabels) {
    super(nodes, marks);
    this.#labels = labels;
  }

  override serializeFragment(
    fragment: Fragment,
    options: Options = {},
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const rows = fragment.content;
    if (!rows.some(isRow)) return super.serializeFragment(fragment, options, target);
    const document = options.document ?? window.document;
    const words = wordsBesideRows(rows, this.#labels());
    const table = document.createElement('table');
    table.setAttribute('data-rows', '');
    const body = table.appendChild(document.createElement('tbody'));
    for (const [index, row] of rows.entries()) body.append(this.#tableRow(row, words[index], options));
    const holder = target ?? document.createDocumentFragment();
    holder.append(table);
    return holder;
  }

  #tableRow(
    row: Node,
    { before, after }: RowWords = { before: [], after: [] },
    options: Options,
  ): HTMLElement {
    const drawn = this.serializeNode(row, options) as HTMLElement;
    const tableRow = renamed(drawn, 'tr');
    if (isInParts(row)) for (const part of tableRow.children) part.replaceWith(renamed(part, 'td'));
    else tableRow.replaceChildren(cell(drawn, 'data-content', ...tableRow.childNodes));
    tableRow.prepend(...before.map((words) => cell(drawn, 'data-shown', words)));
    tableRow.append(...after.map((words) => cell(drawn, 'data-shown', words)));
    return tableRow;
  }
}

/** Makes rows of the tables that {@link RowTableSerializer} wrote, in HTML that is pasted. */
export function rowsOutOfTables(content: DocumentFragment): void {
  for (const table of content.querySelectorAll('table[data-rows]')) {
    for (const shown of table.querySelectorAll('td[data-shown]')) shown.remove();
    for (const held of table.querySelectorAll('td[data-content]')) held.replaceWith(...held.childNodes);
    for (const part of table.querySelectorAll('td[data-node]')) part.replaceWith(renamed(part, 'div'));
    const rows = [...table.querySelectorAll('tr[data-node]')].map((row) => renamed(row, 'div'));
    const slice = table.getAttribute(SLICE);
    if (slice !== null) rows[0]?.setAttribute(SLICE, slice);
    table.replaceWith(...rows);
  }
}

/** Where ProseMirror says what a piece of HTML was cut out of. */
const SLICE = 'data-pm-slice';

/** An element with another name, with the attributes of one and with its content, which it takes. */
function renamed(element: Element, name: string): HTMLElement {
  const other = element.ownerDocument.createElement(name);
  for (const { name: key, value } of element.attributes) other.setAttribute(key, value);
  other.append(...element.childNodes);
  return other;
}

function cell(
  { ownerDocument }: Element,
  mark: string,
  ...content: readonly (globalThis.Node | string)[]
): Element {
  const made = ownerDocument.createElement('td');
  made.setAttribute(mark, '');
  made.append(...content);
  return made;
}
