import { type ReactNode, useId } from 'react';
import { classNames } from '../classNames.ts';
import styles from './choice.module.css';

export interface RadioOption<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  /** A second, quieter line. */
  readonly detail?: ReactNode;
  /** Why it cannot be chosen now. */
  readonly off?: string | undefined;
}

export interface RadioGroupProps<T extends string> {
  /** What is chosen, for assistive technology; a visible heading stands outside. */
  readonly label: string;
  /** Null while nothing is chosen. */
  readonly value: T | null;
  readonly options: readonly RadioOption<T>[];
  readonly onChange: (value: T) => void;
  /** Hairlines between the choices, as in a dialog; or all in one line. */
  readonly look?: 'list' | 'line';
}

/** One of a few choices, all in sight. */
export function RadioGroup<T extends string>({
  label,
  value,
  options,
  onChange,
  look = 'list',
}: RadioGroupProps<T>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={look === 'list' ? styles.list : styles.line}>
      {options.map((option) => {
        const id = `${name}-${option.value}`;
        const below = option.off ?? option.detail;
        return (
          <label
            key={option.value}
            className={classNames(styles.choice, option.off !== undefined && styles.off)}
          >
            <span className={styles.box}>
              <input
                type="radio"
                className={styles.radio}
                name={name}
                checked={option.value === value}
                aria-disabled={option.off === undefined ? undefined : true}
                aria-labelledby={`${id}-label`}
                aria-describedby={below === undefined ? undefined : `${id}-below`}
                onChange={() => {
                  if (option.off === undefined) onChange(option.value);
                }}
              />
            </span>
            <span className={styles.words}>
              <span id={`${id}-label`} className={classNames(below !== undefined && styles.strong)}>
                {option.label}
              </span>
              {below === undefined ? null : (
                <span id={`${id}-below`} className={styles.detail}>
                  {below}
                </span>
              )}
            </span>
          </label>
        );
      })}
    </div>
  );
}
