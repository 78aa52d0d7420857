import type { MouseEvent, ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import { Link, SquareCheckBig } from '../icons.ts';
import styles from './Chip.module.css';

export interface ChipProps {
  /** A source (grey, link icon), a link to an action (blue, tick icon), or a kind (grey, no icon). */
  readonly kind: 'source' | 'action' | 'kind';
  /** A few words, never a sentence. */
  readonly children: ReactNode;
  /** Where a source leads; the host opens it outside. */
  readonly href?: string | undefined;
  /** For a chip that leads somewhere in this window. */
  readonly onClick?: ((event: MouseEvent) => void) | undefined;
}

/** A small mark that stands for a source, an action or a kind. */
export function Chip({ kind, children, href, onClick }: ChipProps) {
  const className = classNames(styles.chip, kind === 'action' && styles.action);
  const content = (
    <>
      {kind === 'source' ? <Link /> : kind === 'action' ? <SquareCheckBig /> : null}
      <span className={styles.words}>{children}</span>
    </>
  );
  if (href !== undefined) {
    return (
      <a className={className} href={href} target="_blank" rel="noreferrer" onClick={onClick}>
        {content}
      </a>
    );
  }
  if (onClick) {
    return (
      <button type="button" className={className} onClick={onClick}>
        {content}
      </button>
    );
  }
  return <span className={className}>{content}</span>;
}
