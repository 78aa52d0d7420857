import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { overlayRoot } from '../overlay/overlayRoot.ts';
import styles from './Toasts.module.css';
import { ToastView } from './ToastView.tsx';
import { toastStore } from './toasts.ts';

/** Shows what showToast shows, in a polite live region. Mounted once. */
export function Toasts() {
  const toasts = useStore(toastStore, (state) => state.toasts);
  return createPortal(
    <div className={styles.toasts} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </div>,
    overlayRoot(),
  );
}
