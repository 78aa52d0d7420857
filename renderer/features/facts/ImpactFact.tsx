import { useState } from 'react';
import { writeFact } from '../../../shared/document/facts.ts';
import { BY_HAND, type DocumentSession } from '../../session/documentSession.ts';
import { Input } from '../../ui/input/Input.tsx';

interface ImpactFactProps {
  readonly session: DocumentSession;
  /** Whole minutes as digits, or null when nobody stated any. */
  readonly stated: string | null;
}

/** The duration of customer-visible impact, as HH:MM. */
export function ImpactFact({ session, stated }: ImpactFactProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (stated === null ? '' : hoursAndMinutes(Number(stated)));
  const minutes = minutesOf(shown);
  const commit = (): void => {
    if (typed === null || minutes === undefined) return;
    writeFact(session.doc, 'statedImpact', minutes === null ? null : String(minutes), BY_HAND);
    setTyped(null);
  };
  return (
    <Input
      label="Customer-visible impact, hours and minutes"
      mono
      value={shown}
      placeholder="HH:MM"
      wrong={minutes === undefined && typed !== null ? 'Write hours and minutes as 01:09' : null}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}

const hoursAndMinutes = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** @returns minutes, null for an empty text, undefined for one that is no duration */
function minutesOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const match = /^(\d{1,4}):([0-5]\d)$/.exec(text.trim());
  return match === null ? undefined : Number(match[1]) * 60 + Number(match[2]);
}
