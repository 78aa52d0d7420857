import { type ReactNode, useRef } from 'react';
import { createPortal } from 'react-dom';
import { classNames } from '../classNames.ts';
import { overlayRoot } from '../overlay/overlayRoot.ts';
import styles from './Modal.module.css';
import { useModal } from './useModal.ts';

export interface ModalProps {
  /** Its name: the id of a visible title, or words. */
  readonly labelledBy?: string | undefined;
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  /** Whether it asks something that has to be answered before anything else. */
  readonly question?: boolean;
  /** Whether a press beside it closes it: where nothing can be lost, as in the command palette. */
  readonly closesOutside?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** What Enter does wherever the focus is, but on a button or a link, which has it for itself. */
  readonly onEnter?: (() => void) | undefined;
}

/** The bare surface of a dialog over a scrim. Rendered while it is open. Dialog gives it a title and a footer. */
export function Modal({
  labelledBy,
  label,
  describedBy,
  question = false,
  closesOutside = false,
  className,
  children,
  onClose,
  onEnter,
}: ModalProps) {
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = useModal(box, onClose, onEnter);
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc does the same by keyboard
    <div
      className={styles.scrim}
      onMouseDown={(event) => {
        if (event.target !== event.currentTarget) return;
        // The focus stays where it is.
        event.preventDefault();
        if (closesOutside) onClose();
      }}
    >
      <div
        ref={box}
        className={classNames(styles.modal, className)}
        role="dialog"
        {...(question ? { role: 'alertdialog' } : undefined)}
        aria-modal="true"
        aria-label={label}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {children}
      </div>
    </div>,
    overlayRoot(),
  );
}
