import { useEffect, useRef, useState } from 'react';
import { writeFact } from '../../../shared/document/facts.ts';
import { statedMinutes, statedText } from '../../../shared/document/impactWords.ts';
import { formatDuration, parseDurationEntry } from '../../../shared/time/durations.ts';
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
  /** Whole minutes as digits, or an import's words; null when nobody stated any. */
  readonly stated: string | null;
  /** What the marked rows of the timeline say. */
  readonly impact: CustomerImpact;
}

/** The duration of customer-visible impact: from the marked rows, or stated by hand; it says which. */
export function ImpactFact({ session, stated, impact }: ImpactFactProps) {
  const write = (minutes: number | null): void =>
    writeFact(session.doc, 'statedImpact', minutes === null ? null : String(minutes), BY_HAND);
  const [asking, setAsking] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  // A control that is taken away does not say that it lost the focus: what takes its place gets it then.
  const focused = useRef(false);
  const isStated = stated !== null || asking;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown decides where the focus can go
  useEffect(() => {
    if (focused.current) place.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [isStated]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears where the focus is
    <span
      ref={place}
      className={styles.derived}
      onFocus={() => {
        focused.current = true;
      }}
      onBlur={() => {
        focused.current = false;
      }}
    >
      {isStated ? (
        <StatedImpact
          stated={stated}
          derived={impact.minutes}
          onWrite={(minutes) => {
            setAsking(false);
            write(minutes);
          }}
        />
      ) : (
        <>
          <DerivedImpact impact={impact} />
          <Button kind="link" onClick={() => setAsking(true)}>
            state it by hand
          </Button>
        </>
      )}
    </span>
  );
}

function DerivedImpact({ impact }: { readonly impact: CustomerImpact }) {
  return (
    <>
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
    </>
  );
}

interface StatedImpactProps {
  readonly stated: string | null;
  readonly derived: number | null;
  readonly onWrite: (minutes: number | null) => void;
}

function StatedImpact({ stated, derived, onWrite }: StatedImpactProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const minutes = statedMinutes(stated);
  const before = stated === null ? '' : statedText(stated);
  const shown = typed ?? before;
  const read = parseDurationEntry(shown);
  const wrong = typed !== null && typed.trim() !== '' && read === null;
  const commit = (): void => {
    if (typed === null || wrong) return;
    setTyped(null);
    onWrite(typed.trim() === '' ? null : read);
  };
  return (
    <>
      <Input
        label="Customer-visible impact, hours and minutes"
        mono
        className={styles.hours}
        value={shown}
        data-undo="document"
        data-pending={typed === null ? undefined : ''}
        placeholder="HH:MM"
        wrong={wrong ? 'Write a length as 01:09, 1 h 09 min or 69 min' : null}
        onChange={(text) => setTyped(text === before ? null : text)}
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
    </>
  );
}
