import { FIELD_SPECS, fieldSpec } from '../../../document/fields.ts';
import type { Attrs } from '../attrs.ts';
import { fieldOfWords } from './fieldWords.ts';

/** What a field's line begins with: its label, the subject and choice in brackets, a colon. */
export interface FieldLead {
  readonly key: string | null;
  readonly label: string | null;
  readonly subject: string | null;
  readonly choice: string | null;
}

export const NO_LEAD: FieldLead = { key: null, label: null, subject: null, choice: null };

export const LEAD_ATTRS = ['key', 'label', 'subject', 'choice'] as const;

export const leadOfAttrs = (attrs: Attrs): FieldLead => {
  const text = (name: string): string | null =>
    typeof attrs[name] === 'string' ? (attrs[name] as string) : null;
  return { key: text('key'), label: text('label'), subject: text('subject'), choice: text('choice') };
};

/** A field's name as it is written, without the colon. `factor` is its place among the factors, from 1. */
export function fieldWords(field: FieldLead, factor: number): string {
  const name = labelText(field, factor);
  const said = [field.subject, field.choice].filter((text) => text !== null && text !== '').join('; ');
  return said === '' ? name : `${name}${name === '' ? '' : ' '}(${said})`;
}

function labelText({ key, label }: FieldLead, factor: number): string {
  if (label !== null && label !== '') return label;
  const ours = fieldSpec(key)?.label ?? '';
  return key === 'factor' ? `${ours} ${factor}` : ours;
}

/** The field that a text names in front of a colon: one of ours, or somebody else's; null for other words. */
export function readFieldLead(text: string, factor: number): FieldLead | null {
  for (const { key, choices } of FIELD_SPECS) {
    const name = labelText({ ...NO_LEAD, key }, factor);
    if (!text.startsWith(name)) continue;
    const rest = text.slice(name.length);
    const [whole, said] = /^(?: \(([^()]*)\))?:(?: |$)/.exec(rest) ?? [];
    if (whole !== undefined) return { key, label: null, ...partSaid(said, choices) };
  }
  const [, label] = /^([^:()]{1,80}):(?: |$)/.exec(text) ?? [];
  return label === undefined || label.trim() !== label
    ? null
    : { ...NO_LEAD, key: fieldOfWords(label), label };
}

function partSaid(
  said: string | undefined,
  choices: readonly string[] | undefined,
): Pick<FieldLead, 'subject' | 'choice'> {
  if (said === undefined) return { subject: null, choice: null };
  const gap = said.indexOf('; ');
  if (gap !== -1) return { subject: said.slice(0, gap), choice: said.slice(gap + 2) };
  return choices?.includes(said) ? { subject: null, choice: said } : { subject: said, choice: null };
}
