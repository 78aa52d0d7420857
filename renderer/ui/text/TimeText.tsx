import { classNames } from '../classNames.ts';
import styles from './text.module.css';

interface TimeTextProps {
  /** What is shown: `23:52 UTC`, `~00:05`. */
  readonly children: string;
  /** The machine-readable time, where there is one. */
  readonly dateTime?: string | undefined;
  readonly className?: string | undefined;
}

/** A time or date: monospaced and aligned. */
export function TimeText({ children, dateTime, className }: TimeTextProps) {
  return (
    <time className={classNames(styles.time, className)} dateTime={dateTime}>
      {children}
    </time>
  );
}
