import { useEffect, useRef, useState } from 'react';
import { useFocusReturn } from '../overlay/useFocusReturn.ts';
import styles from './Toasts.module.css';
import { dismissToast, type Toast } from './toasts.ts';

/** How long a toast stays while nobody hovers over it or has focus in it, in milliseconds. */
const STAYS = 6000;

export function ToastView({ toast }: { readonly toast: Toast }) {
  const box = useRef<HTMLDivElement>(null);
  useFocusReturn(box);
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const held = hovered || focused;
  const { id, text, action } = toast;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(id), STAYS);
    return () => clearTimeout(timer);
  }, [held, id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it
    <div
      ref={box}
      className={styles.toast}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        dismissToast(id);
      }}
    >
      <span className={styles.text}>{text}</span>
      {action === undefined ? null : (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            dismissToast(id);
            action.onSelect();
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  );
}
