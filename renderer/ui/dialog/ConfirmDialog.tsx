import { type ReactNode, useId } from 'react';
import { Button } from '../button/Button.tsx';
import styles from './Dialog.module.css';
import { Modal } from './Modal.tsx';

export interface ConfirmDialogProps {
  /** The question: "Remove the image?" */
  readonly title: string;
  /** What follows from it, and what does not. */
  readonly children: ReactNode;
  /** The choice that changes nothing, a verb: "Keep the image". It has the focus. */
  readonly safe: string;
  /** The other choice, a verb. */
  readonly act: string;
  /** Whether the other choice cannot be taken back. */
  readonly danger?: boolean;
  readonly onAct: () => void;
  /** The safe choice, or Esc. Also called before `onAct`. */
  readonly onClose: () => void;
}

/** A question with two answers, the safe one first. Rendered while it is open. */
export function ConfirmDialog({
  title,
  children,
  safe,
  act,
  danger = false,
  onAct,
  onClose,
}: ConfirmDialogProps) {
  const id = useId();
  return (
    <Modal
      question
      labelledBy={`${id}-title`}
      describedBy={`${id}-text`}
      className={styles.small}
      onClose={onClose}
    >
      <header className={styles.header}>
        <h2 id={`${id}-title`}>{title}</h2>
      </header>
      <div id={`${id}-text`} className={styles.question}>
        {children}
      </div>
      <footer className={styles.footer}>
        <div className={styles.footerNote} />
        <Button data-first-focus="" onClick={onClose}>
          {safe}
        </Button>
        <Button
          kind={danger ? 'danger' : 'default'}
          onClick={() => {
            onClose();
            onAct();
          }}
        >
          {act}
        </Button>
      </footer>
    </Modal>
  );
}
