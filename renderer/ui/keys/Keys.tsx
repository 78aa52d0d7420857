import { keyCaps, type Shortcut } from '../keyboard.ts';
import styles from './Keys.module.css';

/**
 * The key caps of a shortcut, where the action stands. Hidden from assistive technology: the control that the
 * shortcut belongs to tells it by `aria-keyshortcuts`.
 */
export function Keys({ shortcut }: { readonly shortcut: Shortcut }) {
  return (
    <span className={styles.keys} aria-hidden="true">
      {keyCaps(shortcut).map((cap) => (
        <Kbd key={cap}>{cap}</Kbd>
      ))}
    </span>
  );
}

/** One key cap, for a hint in a sentence: "`Esc` undo". */
export function Kbd({ children }: { readonly children: string }) {
  return <kbd className={styles.kbd}>{children}</kbd>;
}
