import { useState } from 'react';
import { writeFact } from '../../../shared/document/facts.ts';
import { formatDuration, formatHoursMinutes, parseHoursMinutes } from '../../../shared/time/durations.ts';
import { formatClock } from '../../../shared/time/formatInstant.ts';
import type { CustomerImpact } from '../../../shared/time/incidentMetrics.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { BY_HAND } from '../../session/origins.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Input } from '../../ui/input/Input.tsx';
import { Mono } from '../../ui/text/Mono.tsx';
import styles from './FactsHeader.module.css';

interface ImpactFactProps {
  readonly session: DocumentSession;
  /** Whole minutes as digits, or null when nobody stated any. */
  readonly stated: string | null;
  /** What the marked rows of the timeline say. */
  readonly impact: CustomerImpact;
}

/** The duration of customer-visible impact: from the marked rows, or stated by hand; it says which. */
export function ImpactFact({ session, stated, impact }: ImpactFactProps) {
  const write = (minutes: number | null): void =>
    writeFact(session.doc, 'statedImpact', minutes === null ? null : String(minutes), BY_HAND);
  const [asking, setAsking] = useState(false);
  if (stated !== null || asking) {
    return (
      <StatedImpact
        minutes={stated === null ? null : Number(stated)}
        derived={impact.minutes}
        onWrite={(minutes) => {
          setAsking(false);
          write(minutes);
        }}
      />
    );
  }
  return (
    <span className={styles.derived}>
      <span className={styles.figure}>
        {impact.about ? '~' : ''}
        {formatDuration(impact.minutes)}
      </span>
      {impact.from === null || impact.to === null ? (
        <span className={styles.quiet}>mark the rows where impact starts and ends, or</span>
      ) : (
        <>
          <Mono>{`${formatClock(impact.from)}–${formatClock(impact.to)} UTC`}</Mono>
          <span className={styles.quiet}>
            {impact.endedBy === 'mitigated' ? 'from the timeline, to Mitigated; or' : 'from the timeline, or'}
          </span>
        </>
      )}
      <Button kind="link" onClick={() => setAsking(true)}>
        state it by hand
      </Button>
    </span>
  );
}

interface StatedImpactProps {
  readonly minutes: number | null;
  readonly derived: number | null;
  readonly onWrite: (minutes: number | null) => void;
}

function StatedImpact({ minutes, derived, onWrite }: StatedImpactProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (minutes === null ? '' : formatHoursMinutes(minutes));
  const read = parseHoursMinutes(shown);
  const wrong = typed !== null && typed.trim() !== '' && read === null;
  const commit = (): void => {
    if (typed === null || wrong) return;
    setTyped(null);
    onWrite(typed.trim() === '' ? null : read);
  };
  return (
    <span className={styles.derived}>
      <Input
        label="Customer-visible impact, hours and minutes"
        mono
        className={styles.hours}
        value={shown}
        placeholder="HH:MM"
        wrong={wrong ? 'Write hours and minutes as 01:09' : null}
        onChange={setTyped}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
      <span className={styles.quiet}>stated by hand</span>
      {minutes !== null && derived !== null && derived !== minutes ? (
        <span className={styles.quiet}>{`the timeline says ${formatDuration(derived)}`}</span>
      ) : null}
      <Button kind="link" onClick={() => onWrite(null)}>
        Take it from the timeline
      </Button>
    </span>
  );
}
