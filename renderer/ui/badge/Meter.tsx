import { classNames } from '../classNames.ts';
import styles from './Meter.module.css';

export interface MeterProps {
  /** From 0 to 1. */
  readonly value: number;
  readonly label: string;
  /** As wide as its place. */
  readonly full?: boolean;
}

/** How much of something is there. The number stands beside it. */
export function Meter({ value, label, full = false }: MeterProps) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    // <meter> cannot be drawn alike in all versions of Chromium.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <svg
      className={classNames(styles.meter, full && styles.full, percent === 100 && styles.complete)}
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={`${percent} percent`}
    >
      <rect className={styles.fill} width={percent} height={1} />
    </svg>
  );
}
