import { type TextFact as TextFactKey, writeFact } from '../../../shared/document/facts.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { BY_HAND } from '../../session/origins.ts';
import { Combobox } from '../../ui/combobox/Combobox.tsx';
import { Input } from '../../ui/input/Input.tsx';
import type { Option } from '../../ui/listbox/option.ts';

interface TextFactProps {
  readonly session: DocumentSession;
  readonly fact: TextFactKey;
  readonly label: string;
  readonly value: string | null;
  readonly readOnly: string | undefined;
  readonly placeholder?: string;
  readonly mono?: boolean;
  /** What may be meant; own words are as good. */
  readonly suggestions?: readonly string[];
}

/** One fact that holds a text: written as it is typed, so that no crash takes it. */
export function TextFact({
  session,
  fact,
  label,
  value,
  readOnly,
  placeholder = '',
  mono = false,
  suggestions,
}: TextFactProps) {
  const write = (text: string): void => writeFact(session.doc, fact, text, BY_HAND);
  const shared = { label, value: value ?? '', off: readOnly, placeholder, mono, 'data-undo': 'document' };
  if (suggestions === undefined) return <Input {...shared} onChange={write} />;
  return <Combobox {...shared} onChange={write} suggestions={suggestions.map(asOption)} />;
}

const asOption = (text: string): Option => ({ value: text, label: text });
