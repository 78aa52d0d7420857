import type { ReactNode } from 'react';
import { IconButton } from '../button/Button.tsx';
import { classNames } from '../classNames.ts';
import { Info, Lock, type LucideIcon, OctagonAlert, TriangleAlert, X } from '../icons.ts';
import styles from './Banner.module.css';

export type BannerKind = 'error' | 'warn' | 'read-only' | 'info';

export interface BannerProps {
  readonly kind: BannerKind;
  /** What happened and why, in one sentence. */
  readonly sentence: string;
  /** What to do, or what still works. */
  readonly next?: string | undefined;
  /** Link or small buttons that do it. */
  readonly actions?: ReactNode;
  /** Puts it away once it is read; not for a condition that lasts. */
  readonly onDismiss?: (() => void) | undefined;
}

const ICONS: Readonly<Record<BannerKind, LucideIcon>> = {
  error: OctagonAlert,
  warn: TriangleAlert,
  'read-only': Lock,
  info: Info,
};

/** Something that holds until it is dealt with or put away, above the page that it is about. */
export function Banner({ kind, sentence, next, actions, onDismiss }: BannerProps) {
  const Icon = ICONS[kind];
  return (
    <div role={kind === 'error' ? 'alert' : 'status'} className={classNames(styles.banner, styles[kind])}>
      <Icon />
      <p className={styles.words}>
        <span className={styles.sentence}>{sentence}</span>
        {next === undefined ? null : <span> {next}</span>}
      </p>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      {onDismiss === undefined ? null : (
        <IconButton
          className={styles.dismiss}
          label="Dismiss"
          icon={<X />}
          size="small"
          onClick={onDismiss}
        />
      )}
    </div>
  );
}
