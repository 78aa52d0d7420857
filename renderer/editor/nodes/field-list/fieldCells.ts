import type { FieldSpec } from '../../../../shared/document/fields.ts';
import { ChoiceStrip } from '../../rows/choiceStrip.ts';
import { TextCell } from '../../rows/textCell.ts';
import { fieldLabel } from './fieldKind.ts';
import type { FieldRow } from './fieldRow.ts';
import styles from './fields.module.css';

/** The name of a field that an import or a person brought. */
export const labelCell = (field: FieldRow): TextCell =>
  new TextCell(field, {
    cell: 'label',
    label: () => 'Name of this field',
    prompt: 'Name this field',
    read: () => field.node.attrs.label ?? '',
    write: (value) => field.typeAttribute('label', value),
  });

/** The name of the alert, panel or experiment that a field is about. */
export const subjectCell = (field: FieldRow, what: string): TextCell =>
  new TextCell(field, {
    cell: 'subject',
    class: styles.subject,
    label: () => `${what}: ${fieldLabel(field.node)}`,
    prompt: what,
    read: () => field.node.attrs.subject ?? '',
    write: (value) => field.typeAttribute('subject', value),
  });

/** The choice of a field: a strip of a few words, or words of one's own with the template's offered. */
export function choiceCell(field: FieldRow, spec: FieldSpec): ChoiceStrip | TextCell {
  const choices = spec.choices ?? [];
  const read = (): string => field.node.attrs.choice ?? '';
  if (!spec.ownWords) {
    return new ChoiceStrip({
      cell: 'choice',
      label: () => fieldLabel(field.node),
      choices: choices.map((value) => ({ value, label: capital(value) })),
      read: () => field.node.attrs.choice,
      write: (value) => field.writeAttribute('choice', value),
    });
  }
  const isKind = spec.key === 'factor';
  return new TextCell(field, {
    cell: 'choice',
    label: () => (isKind ? 'Kind of contributing factor' : `Reason: ${fieldLabel(field.node)}`),
    prompt: isKind ? 'Kind' : 'Reason',
    read,
    write: (value) => field.typeAttribute('choice', value),
    suggestions: () =>
      choices
        .filter((choice) => choice !== read())
        .map((choice) => ({ value: choice, label: capital(choice) })),
    look: (value) => [capital(value)],
  });
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
