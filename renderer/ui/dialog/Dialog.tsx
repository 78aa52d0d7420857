import { type ReactNode, useId } from 'react';
import { IconButton } from '../button/Button.tsx';
import { classNames } from '../classNames.ts';
import { X } from '../icons.ts';
import styles from './Dialog.module.css';
import { Modal } from './Modal.tsx';

export interface DialogProps {
  readonly title: string;
  readonly size?: 'small' | 'medium' | 'large';
  /** Mark what takes focus with `data-first-focus`; otherwise it is the first place that Tab reaches. */
  readonly children: ReactNode;
  /** Buttons, the safe choice first. */
  readonly footer?: ReactNode;
  /** Before the buttons: a sentence, a finding that blocks. */
  readonly footerNote?: ReactNode;
  /** A cross beside the title; not for a question, which is answered by its buttons. */
  readonly closeButton?: boolean;
  /** No padding around the content, as for panes side by side. */
  readonly bare?: boolean;
  readonly onClose: () => void;
  /** What Enter does wherever the focus is, but on a button or a link, which has it for itself. */
  readonly onEnter?: () => void;
}

/** A titled dialog over the page. Rendered while it is open; Esc closes. */
export function Dialog({
  title,
  size = 'medium',
  children,
  footer,
  footerNote,
  closeButton = true,
  bare = false,
  onClose,
  onEnter,
}: DialogProps) {
  const titleId = useId();
  return (
    <Modal labelledBy={titleId} className={styles[size]} onClose={onClose} onEnter={onEnter}>
      <header className={styles.header}>
        <h2 id={titleId}>{title}</h2>
      </header>
      <div className={classNames(styles.content, bare && styles.bare)}>{children}</div>
      {footer === undefined ? null : (
        <footer className={styles.footer}>
          <div className={styles.footerNote}>{footerNote}</div>
          {footer}
        </footer>
      )}
      {/* Last in order, so that focus starts in the content. */}
      {closeButton ? (
        <IconButton label="Close" icon={<X />} size="small" className={styles.close} onClick={onClose} />
      ) : null}
    </Modal>
  );
}
