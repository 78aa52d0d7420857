import type { SectionKey } from '../../../document/sections.ts';
import type { BodyNode } from '../../../document/template.ts';
import { type Attrs, node, notedAttrs } from '../attrs.ts';
import type { FormContext } from '../formContext.ts';
import { blocksAfterLead, firstLine, withLead } from '../lead.ts';
import { lookOf } from '../noted.ts';
import { type FieldLead, fieldWords, LEAD_ATTRS, leadOfAttrs, NO_LEAD, readFieldLead } from './fieldLead.ts';
import { type FieldStyle, fieldStyleOf, fieldStyleText, leadInStyle, startOfField } from './fieldStyle.ts';

const EMPTY: BodyNode = { type: 'paragraph' };

/** The list that named fields are written as. */
export function writeFieldList(list: BodyNode): BodyNode {
  const style = fieldStyleOf(list);
  let factors = 0;
  return {
    type: 'bulletList',
    content: (list.content ?? []).map((field) => {
      const lead = leadOfAttrs(field.attrs ?? {});
      if (lead.key === 'factor') factors += 1;
      return {
        type: 'listItem',
        content: withLead(leadInStyle(fieldWords(lead, factors), style), filled(field.content ?? [])),
      };
    }),
  };
}

const filled = (blocks: readonly BodyNode[]): readonly BodyNode[] =>
  blocks.filter(({ type, content }) => type !== 'paragraph' || (content ?? []).length > 0);

/** Sections that fields stand in; what other teams call them counts only there. */
const FIELD_SECTIONS: ReadonlySet<SectionKey | null> = new Set([
  'customerImpact',
  'contributingFactors',
  'notCaught',
  'relatedArtefacts',
  'customerCommunication',
]);

/**
 * A list of which every item begins with a name and a colon, one of the names at least being ours, as named
 * fields; null for every other list.
 */
export function readFieldList(list: BodyNode, context: FormContext): BodyNode | null {
  if (list.type !== 'bulletList') return null;
  const items = (list.content ?? []).map(({ content = [] }) => content);
  const { leads, style } = naturalLeads(items);
  if (!context.forced) {
    const isOurs = (lead: FieldLead | null): boolean =>
      lead !== null && lead.key !== null && (lead.label === null || FIELD_SECTIONS.has(context.section));
    if (leads.includes(null) || !leads.some(isOurs)) return null;
  }
  const note = context.notes.take('fieldLists', lookOf([list]))?.note;
  const told =
    note !== undefined && 'written' in note ? fieldStyleOf({ type: 'fieldList', attrs: note }) : style;
  let factors = 0;
  return node(
    'fieldList',
    notedAttrs({ written: fieldStyleText(style) }, note, ['written']),
    items.map((content, at) => {
      const lead = context.notes.take('fields', lookOf(content))?.note.lead;
      const read = isAttrs(lead) ? leadOfAttrs(lead) : (leads[at] ?? NO_LEAD);
      const factor = read.key === 'factor' ? factors + 1 : factors;
      const blocks = blocksAfterLead(content, leadInStyle(fieldWords(read, factor), told));
      if (blocks !== null) factors = factor;
      const words = filled(blocks ?? content);
      return node('field', attrsOf(blocks === null ? NO_LEAD : read), words.length === 0 ? [EMPTY] : words);
    }),
  );
}

const isAttrs = (value: unknown): value is Attrs => value !== null && typeof value === 'object';

const attrsOf = (lead: FieldLead): Attrs => Object.fromEntries(LEAD_ATTRS.map((name) => [name, lead[name]]));

/** What the items name, null for one that names nothing in the style of the first. */
function naturalLeads(items: readonly (readonly BodyNode[])[]): {
  readonly leads: readonly (FieldLead | null)[];
  readonly style: FieldStyle;
} {
  let factors = 0;
  const starts = items.map((content) => startOfField(firstLine(content)));
  const style = starts[0]?.style ?? 'plain';
  const leads = starts.map((start) => {
    const lead = start.style === style ? readFieldLead(start.text, factors + 1) : null;
    if (lead?.key === 'factor' && lead.label === null) factors += 1;
    return lead;
  });
  return { leads, style };
}
