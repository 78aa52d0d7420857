import { classNames } from '../classNames.ts';
import { pieSlice } from './pie.ts';
import styles from './SectionRing.module.css';

export interface SectionRingProps {
  /** How many of the section's places are filled in whole, and how many there are. */
  readonly filled: number;
  /** What those that are only begun count as together. */
  readonly begun?: number;
  readonly total: number;
}

/** How far a section is: empty, part filled, or ticked. When part filled, the count stands beside it. */
export function SectionRing({ filled, begun = 0, total }: SectionRingProps) {
  if (total > 0 && filled >= total) {
    return (
      <svg
        className={classNames(styles.ring, styles.full)}
        viewBox="0 0 16 16"
        role="img"
        aria-label="Complete"
      >
        <circle cx={8} cy={8} r={7} />
        <path d="M5 8.2l2.1 2.1L11.2 6" />
      </svg>
    );
  }
  const empty = filled + begun <= 0 || total <= 0;
  return (
    <svg
      className={styles.ring}
      viewBox="0 0 16 16"
      role="img"
      aria-label={empty ? 'Empty' : `${filled} of ${total} filled in`}
    >
      <circle cx={8} cy={8} r={6.5} />
      {empty ? null : <path d={pieSlice((filled + begun) / total)} />}
    </svg>
  );
}
