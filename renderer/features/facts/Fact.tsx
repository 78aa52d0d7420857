import type { ReactNode } from 'react';
import { classNames } from '../../ui/classNames.ts';
import styles from './FactsHeader.module.css';

interface FactProps {
  readonly name: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** One line of the header: its name, and what holds. */
export function Fact({ name, wide = false, children }: FactProps) {
  return (
    <div className={classNames(styles.fact, wide && styles.wide)}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
