import { useId } from 'react';
import { classNames } from '../classNames.ts';
import { Check } from '../icons.ts';
import { ariaKeys } from '../keyboard.ts';
import { Keys } from '../keys/Keys.tsx';
import type { MenuAction } from './entries.ts';
import styles from './Menu.module.css';

interface MenuItemProps {
  readonly action: MenuAction;
  readonly current: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

export function MenuItem({ action, current, onPoint, onChoose }: MenuItemProps) {
  const id = useId();
  const { label, detail, icon, keys, danger, off, checked } = action;
  const below = off ?? detail;
  const checkbox =
    checked === undefined ? undefined : ({ role: 'menuitemcheckbox', 'aria-checked': checked } as const);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the menu handles the keys for all its items
    <div
      role="menuitem"
      {...checkbox}
      className={classNames(styles.item, current && styles.current, danger && styles.danger)}
      aria-disabled={off === undefined ? undefined : true}
      aria-labelledby={`${id}-label`}
      aria-describedby={below === undefined ? undefined : `${id}-below`}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
      tabIndex={current ? 0 : -1}
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      {checked === undefined ? icon : <span className={styles.mark}>{checked ? <Check /> : null}</span>}
      <span className={styles.words}>
        <span id={`${id}-label`} className={styles.label}>
          {label}
        </span>
        {below === undefined ? null : (
          <span id={`${id}-below`} className={styles.detail}>
            {below}
          </span>
        )}
      </span>
      {keys === undefined ? null : (
        <span className={styles.keys}>
          <Keys shortcut={keys} />
        </span>
      )}
    </div>
  );
}
