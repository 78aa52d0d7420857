import { type ReactNode, useEffect, useRef } from 'react';
import { classNames } from '../classNames.ts';
import { ariaKeys, type Shortcut } from '../keyboard.ts';
import { Keys } from '../keys/Keys.tsx';
import styles from './EmptyState.module.css';

export interface EmptyChoice {
  readonly label: string;
  readonly detail: string;
  readonly icon: ReactNode;
  readonly keys?: Shortcut | undefined;
  readonly onSelect: () => void;
}

export interface EmptyStateProps {
  readonly title: string;
  /** One or two sentences: what comes here. */
  readonly children: ReactNode;
  /** What to do now, the likeliest first. */
  readonly choices?: readonly EmptyChoice[];
  readonly footer?: ReactNode;
}

const NO_CHOICES: readonly EmptyChoice[] = [];

/** A page with nothing on it yet, and the ways to begin. The likeliest has the focus where nothing else has. */
export function EmptyState({ title, children, choices = NO_CHOICES, footer }: EmptyStateProps) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) first.current?.focus();
  }, []);
  return (
    <section className={styles.empty}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.text}>{children}</p>
      {choices.length === 0 ? null : (
        <ul className={styles.choices}>
          {choices.map((choice, index) => (
            <li key={choice.label}>
              <button
                ref={index === 0 ? first : undefined}
                type="button"
                className={classNames(styles.choice, index === 0 && styles.first)}
                aria-keyshortcuts={choice.keys === undefined ? undefined : ariaKeys(choice.keys)}
                onClick={choice.onSelect}
              >
                {choice.icon}
                <span className={styles.words}>
                  <span className={styles.label}>{choice.label}</span>
                  <span className={styles.detail}>{choice.detail}</span>
                </span>
                {choice.keys === undefined ? null : <Keys shortcut={choice.keys} />}
              </button>
            </li>
          ))}
        </ul>
      )}
      {footer === undefined ? null : <div className={styles.footer}>{footer}</div>}
    </section>
  );
}
