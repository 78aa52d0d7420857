import type { BodyNode } from '../../../document/template.ts';
import { type Attrs, node } from '../attrs.ts';
import type { FormContext } from '../formContext.ts';
import { blocksAfterLead, firstLine, plainStart, withLead } from '../lead.ts';
import { lookOf } from '../noted.ts';
import {
  type FieldLead,
  fieldLead,
  foreignLabel,
  LEAD_ATTRS,
  leadOfAttrs,
  readFieldLead,
} from './fieldLead.ts';

const EMPTY: BodyNode = { type: 'paragraph' };

/** The list that named fields are written as. */
export function writeFieldList(list: BodyNode): BodyNode {
  let factors = 0;
  return {
    type: 'bulletList',
    content: (list.content ?? []).map((field) => {
      const lead = leadOfAttrs(field.attrs ?? {});
      if (lead.key === 'factor') factors += 1;
      const blocks = (field.content ?? []).filter(
        ({ type, content }) => type !== 'paragraph' || (content ?? []).length > 0,
      );
      return { type: 'listItem', content: withLead(fieldLead(lead, factors), blocks) };
    }),
  };
}

/**
 * A list of which every item begins with a name and a colon, one of the names at least being ours, as named
 * fields; null for every other list.
 */
export function readFieldList(list: BodyNode, context: FormContext): BodyNode | null {
  if (list.type !== 'bulletList') return null;
  const items = (list.content ?? []).map(({ content = [] }) => content);
  const natural = naturalLeads(items);
  if (!context.forced) {
    const ours = natural.filter((lead) => lead !== null && lead.key !== null);
    if (natural.includes(null) || ours.length === 0) return null;
  }
  let factors = 0;
  return {
    type: 'fieldList',
    content: items.map((content, at) => {
      const note = context.notes.take('fields', lookOf(content))?.note;
      const told = note?.lead;
      const read = isAttrs(told) ? leadOfAttrs(told) : (natural[at] ?? NO_LEAD);
      const factor = read.key === 'factor' ? factors + 1 : factors;
      const blocks = blocksAfterLead(content, fieldLead(read, factor));
      const lead = blocks === null ? NO_LEAD : read;
      if (blocks !== null) factors = factor;
      const words = blocks ?? content;
      const filled = words.filter(
        ({ type, content: line }) => type !== 'paragraph' || (line ?? []).length > 0,
      );
      return node('field', attrsOf(lead), filled.length === 0 ? [EMPTY] : filled);
    }),
  };
}

const NO_LEAD: FieldLead = { key: null, label: null, subject: null, choice: null };

const isAttrs = (value: unknown): value is Attrs => value !== null && typeof value === 'object';

const attrsOf = (lead: FieldLead): Attrs => Object.fromEntries(LEAD_ATTRS.map((name) => [name, lead[name]]));

function naturalLeads(items: readonly (readonly BodyNode[])[]): readonly (FieldLead | null)[] {
  let factors = 0;
  return items.map((content) => {
    const text = plainStart(firstLine(content));
    if (text === null) return null;
    const ours = readFieldLead(text, factors + 1);
    if (ours?.key === 'factor') factors += 1;
    const foreign = ours === null ? foreignLabel(text) : null;
    return ours ?? (foreign === null ? null : { ...NO_LEAD, label: foreign });
  });
}
