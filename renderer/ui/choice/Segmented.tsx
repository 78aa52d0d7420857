import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { classNames } from '../classNames.ts';
import { indexByKey } from '../typing/listKeys.ts';
import styles from './Segmented.module.css';

export interface Segment<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: ReactNode;
}

export interface SegmentedProps<T extends string> {
  /** What is chosen, for assistive technology. */
  readonly label: string;
  readonly value: T;
  readonly options: readonly Segment<T>[];
  readonly onChange: (value: T) => void;
}

const SAME_WAY: Readonly<Record<string, string>> = { ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp' };

/** One of two to five short words, side by side. Arrow keys choose. */
export function Segmented<T extends string>({ label, value, options, onChange }: SegmentedProps<T>) {
  const group = useRef<HTMLDivElement>(null);
  const chosen = Math.max(
    0,
    options.findIndex((option) => option.value === value),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const moved = indexByKey(SAME_WAY[event.key] ?? event.key, chosen, options.length);
    const option = moved === null ? undefined : options[moved];
    if (moved === null || !option) return;
    event.preventDefault();
    onChange(option.value);
    group.current?.querySelectorAll('button')[moved]?.focus();
  };
  return (
    <div
      ref={group}
      role="radiogroup"
      tabIndex={-1}
      aria-label={label}
      className={styles.segmented}
      onKeyDown={onKeyDown}
    >
      {options.map((option, index) => (
        // Native radios cannot be laid out as one strip and keep their focus ring inside it.
        // biome-ignore lint/a11y/useSemanticElements: see above
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={index === chosen ? 0 : -1}
          className={classNames(styles.segment, option.value === value && styles.on)}
          onClick={() => onChange(option.value)}
        >
          {option.icon}
          {option.label}
        </button>
      ))}
    </div>
  );
}
