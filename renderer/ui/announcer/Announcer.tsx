import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { classNames } from '../classNames.ts';
import { overlayRoot } from '../overlay/overlayRoot.ts';
import styles from '../text/text.module.css';
import { announcement } from './announce.ts';

/** The polite live region that `announce` speaks through. Mounted once, also while a dialog is open. */
export function Announcer() {
  const { text, count } = useStore(announcement);
  return createPortal(
    <div className={classNames(styles.hidden, styles.corner)} role="status" aria-live="polite">
      {/* A new element each time, so that the same sentence is said again. */}
      <span key={count}>{text}</span>
    </div>,
    overlayRoot(),
  );
}
