import { useId } from 'react';
import { Button } from '../button/Button.tsx';
import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  /** What is being done: "Writing the PDF". */
  readonly label: string;
  /** From 0 to 1; null while nobody can say. */
  readonly value: number | null;
  /** Stops it, leaving things as they were. Without it there is no button. */
  readonly onCancel?: (() => void) | undefined;
}

/** How far something is that takes over a second. It does not move by itself: no bar without a fact. */
export function ProgressBar({ label, value, onCancel }: ProgressBarProps) {
  const labelId = useId();
  const percent = value === null ? null : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span id={labelId} className={styles.label}>
          {label}
        </span>
        {percent === null ? null : <span className={styles.percent}>{percent}%</span>}
      </div>
      <svg
        className={styles.bar}
        viewBox="0 0 100 1"
        preserveAspectRatio="none"
        role="progressbar"
        aria-labelledby={labelId}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
      >
        <rect className={styles.fill} width={percent ?? 0} height={1} />
      </svg>
      {onCancel ? (
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
      ) : null}
    </div>
  );
}
