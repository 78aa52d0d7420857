import { type ReactNode, useId } from 'react';
import { classNames } from '../classNames.ts';
import { Check } from '../icons.ts';
import styles from './choice.module.css';

export interface CheckboxProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** The words beside it; a press on them ticks. */
  readonly children: ReactNode;
  /** A second, quieter line. */
  readonly detail?: ReactNode;
  /** Why it cannot be changed now. */
  readonly off?: string | undefined;
  readonly className?: string | undefined;
}

/** A box to tick. */
export function Checkbox({ checked, onChange, children, detail, off, className }: CheckboxProps) {
  const id = useId();
  const below = off ?? detail;
  return (
    <label className={classNames(styles.choice, off !== undefined && styles.off, className)}>
      <span className={styles.box}>
        <input
          type="checkbox"
          className={styles.check}
          checked={checked}
          aria-disabled={off === undefined ? undefined : true}
          aria-labelledby={`${id}-label`}
          aria-describedby={below === undefined ? undefined : `${id}-below`}
          onChange={(event) => {
            if (off === undefined) onChange(event.target.checked);
          }}
        />
        <Check className={styles.tick} />
      </span>
      <span className={styles.words}>
        <span id={`${id}-label`}>{children}</span>
        {below === undefined ? null : (
          <span id={`${id}-below`} className={styles.detail}>
            {below}
          </span>
        )}
      </span>
    </label>
  );
}
