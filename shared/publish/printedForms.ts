import type { Element, ElementContent } from 'hast';
import { actionStatusWords } from '../document/actionStatusWords.ts';
import { attr } from '../document/attr.ts';
import { FACTOR_FIELD, fieldSpec } from '../document/fields.ts';
import type { BodyNode } from '../document/template.ts';
import { followedTicket } from '../document/ticketLink.ts';
import { toldTenants } from '../document/toldTenants.ts';
import { element, table, textNode } from './hastElement.ts';
import { ordinaryBlocks, ordinaryLine } from './ordinaryBlocks.ts';
import { childrenOf, type PublishContext } from './publishContext.ts';

/** What stands where nothing is said. */
export const NOT_FILLED_IN = 'Not filled in';

/** Named fields, a line each; one that says nothing says so. */
export function printedFields(list: BodyNode, context: PublishContext): readonly Element[] {
  return [
    element(
      'ul',
      'fields',
      childrenOf(list, 'field').map((field) => printedField(field, context)),
    ),
  ];
}

function printedField(field: BodyNode, context: PublishContext): Element {
  const key = attr(field, 'key');
  const spec = fieldSpec(key);
  const choice = attr(field, 'choice');
  const isFactor = key === FACTOR_FIELD.key;
  const label =
    attr(field, 'label') ?? (isFactor ? capital(choice ?? FACTOR_FIELD.label) : (spec?.label ?? ''));
  const subject = attr(field, 'subject');
  const tenants = key === 'tenants' ? toldTenants(context.facts) : [];
  const word = isFactor ? null : choice;
  // A name stays as it is written; a word of ours that begins the line is capitalized.
  const lead = subject === null ? capital(word ?? '') : word === null ? subject : `${subject}, ${word}`;
  const written = withLead(lead, ordinaryBlocks(field.content ?? [], context.picture));
  // A line each: a sentence behind the last would be read as being about that tenant alone.
  const content = [...tenants.map((tenant) => element('p', null, tenant)), ...written];
  return element(
    'li',
    null,
    element('span', 'label', label),
    element('div', content.length === 0 ? 'none' : null, content.length === 0 ? NOT_FILLED_IN : content),
  );
}

function withLead(lead: string, content: readonly ElementContent[]): readonly ElementContent[] {
  if (lead === '') return content;
  const first = content.find((node): node is Element => node.type === 'element');
  const words = textNode(content.length === 0 ? lead : `${lead}: `);
  if (first?.tagName !== 'p') return [element('p', null, words), ...content];
  return content.map((node) => (node === first ? { ...first, children: [words, ...first.children] } : node));
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Action items as a table; what one lacks is said in its cell. */
export function printedActions(list: BodyNode, context: PublishContext): readonly Element[] {
  const items = childrenOf(list, 'actionItem');
  if (items.length === 0) return [element('p', 'none', 'No action items')];
  return [
    table(
      'actions',
      ['c-id', 'c-action', 'c-owner', 'c-ticket', 'c-due', 'c-priority', 'c-status'],
      ['ID', 'Action', 'Owner', 'Ticket', 'Due', 'Prio.', 'Status'],
      items.map((item) =>
        element(
          'tr',
          null,
          element('td', 'mono', context.actionLabel(attr(item, 'id') ?? '')),
          element('td', null, ordinaryBlocks(item.content ?? [], context.picture)),
          element('td', null, attr(item, 'owner') ?? 'Not assigned'),
          element('td', 'ticket', ticketContent(attr(item, 'ticket'), context)),
          element('td', 'tm', attr(item, 'due') ?? 'Not set'),
          element('td', null, attr(item, 'priority') ?? '–'),
          element('td', null, actionStatusWords(attr(item, 'status'))),
        ),
      ),
    ),
  ];
}

function ticketContent(ticket: string | null, { picture }: PublishContext): readonly ElementContent[] {
  if (ticket === null) return [textNode('–')];
  const { words, href } = followedTicket(ticket);
  if (href === null) return [textNode(words)];
  return ordinaryLine([{ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] }], picture);
}

/** The checklist, each item ticked or not by a sign and a word. */
export const printedChecklist = (list: BodyNode, { picture }: PublishContext): readonly Element[] => [
  element(
    'ul',
    'checks',
    childrenOf(list, 'checkItem').map((item) =>
      element(
        'li',
        item.attrs?.checked === true ? 'done' : null,
        element('span', 'box', item.attrs?.checked === true ? '☑' : '☐'),
        element('span', null, ordinaryLine(item.content ?? [], picture)),
      ),
    ),
  ),
];

export const printedSignOff = (list: BodyNode): readonly Element[] => [
  table(
    'sign-off',
    ['c-role', 'c-name', 'c-date'],
    ['Role', 'Name', 'Signed (UTC)'],
    childrenOf(list, 'signOffRow').map((row) =>
      element(
        'tr',
        null,
        element('td', null, attr(row, 'role') ?? ''),
        element('td', null, attr(row, 'name') ?? '–'),
        element('td', 'tm', attr(row, 'date') ?? 'Not yet'),
      ),
    ),
  ),
];
