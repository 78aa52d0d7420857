import type { ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import styles from './text.module.css';

/** An ID, a key or code: monospaced, slashed zero, no ligatures, never broken over lines. */
export function Mono({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return <span className={classNames(styles.mono, className)}>{children}</span>;
}
