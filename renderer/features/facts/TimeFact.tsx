import { type TextFact, writeFact } from '../../../shared/document/facts.ts';
import { BY_HAND, type DocumentSession } from '../../session/documentSession.ts';
import { DateTimePicker } from '../../ui/date/DateTimePicker.tsx';

interface TimeFactProps {
  readonly session: DocumentSession;
  readonly fact: TextFact;
  readonly label: string;
  readonly value: string | null;
}

/** A fact that is a UTC minute. */
export function TimeFact({ session, fact, label, value }: TimeFactProps) {
  return (
    <DateTimePicker
      label={label}
      value={value}
      onChange={(minute) => writeFact(session.doc, fact, minute, BY_HAND)}
    />
  );
}
