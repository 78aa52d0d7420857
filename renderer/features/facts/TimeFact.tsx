import { type TextFact, writeFact } from '../../../shared/document/facts.ts';
import { parseInstantEntry } from '../../../shared/time/parseInstantEntry.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { BY_HAND } from '../../session/origins.ts';
import { DateTimePicker } from '../../ui/date/DateTimePicker.tsx';

interface TimeFactProps {
  readonly session: DocumentSession;
  readonly fact: TextFact;
  readonly label: string;
  readonly value: string | null;
  /** Another instant that a clock without a date is near to. */
  readonly near: string | null;
  /** A clock without a date is not put before this instant. */
  readonly notBefore?: string | null;
}

/** A fact that is a UTC minute: picked, or typed in any form that a timeline row takes. */
export function TimeFact({ session, fact, label, value, near, notBefore = null }: TimeFactProps) {
  return (
    <DateTimePicker
      data-undo="document"
      label={label}
      value={value}
      parse={(text) => {
        const now = new Date().toISOString().slice(0, 16);
        const { instant } = parseInstantEntry(text, { now, near, notBefore });
        return instant === null
          ? { wrong: 'Write one minute in UTC, as 2026-11-24 14:02' }
          : { value: instant };
      }}
      onChange={(minute) => writeFact(session.doc, fact, minute, BY_HAND)}
    />
  );
}
