import type { ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import { Info } from '../icons.ts';
import styles from './Note.module.css';

export interface NoteProps {
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly tone?: 'plain' | 'warn' | 'danger' | 'ok';
}

/** A quiet remark under something. */
export function Note({ children, icon = <Info />, tone = 'plain' }: NoteProps) {
  return (
    <p className={classNames(styles.note, styles[tone])}>
      {icon}
      <span>{children}</span>
    </p>
  );
}
