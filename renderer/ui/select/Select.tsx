import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { classNames } from '../classNames.ts';
import { type ControlProps, useControl } from '../field/useControl.tsx';
import { ChevronDown } from '../icons.ts';
import { OptionList, optionId } from '../listbox/OptionList.tsx';
import type { Option } from '../listbox/option.ts';
import { indexByKey } from '../typing/listKeys.ts';
import { indexByTyping, isTyping, lookFrom, NOTHING_TYPED, typedMore } from '../typing/typeAhead.ts';
import styles from './Select.module.css';

export interface SelectProps<T extends string> extends ControlProps {
  readonly value: T | null;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  /** Shown while nothing is chosen: what to choose. */
  readonly placeholder?: string;
  /** Words before the chosen label: `Severity:`. */
  readonly lead?: string;
  readonly size?: 'normal' | 'small';
  /** Reads as text until one comes near it: for a value among text. */
  readonly quiet?: boolean;
  /** As wide as its place. */
  readonly full?: boolean;
  readonly className?: string | undefined;
}

/** One of a few values: a button that opens a list. Typing chooses, open or closed. */
export function Select<T extends string>({
  value,
  options,
  onChange,
  placeholder = '',
  lead,
  size = 'normal',
  quiet = false,
  full = false,
  className,
  ...control
}: SelectProps<T>) {
  const { attributes, labelId, message } = useControl(control);
  const listId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const typed = useRef(NOTHING_TYPED);
  const [open, setOpen] = useState(false);
  const [current, setCurrent] = useState(-1);
  const chosenIndex = options.findIndex((option) => option.value === value);
  const chosen = options[chosenIndex];
  const off = control.off !== undefined;

  const goTo = (index: number): void => {
    typed.current = NOTHING_TYPED;
    setCurrent(index);
  };
  const show = (): void => {
    if (off) return;
    goTo(Math.max(0, chosenIndex));
    setOpen(true);
  };
  const close = (): void => setOpen(false);
  const leave = (): void => {
    // Who comes back begins a new word, however soon.
    typed.current = NOTHING_TYPED;
    close();
  };
  const choose = (option: Option<T> | undefined): void => {
    close();
    if (option && option.value !== value) onChange(option.value);
  };
  const press = (): void => (open ? choose(options[current]) : show());
  const type = (event: KeyboardEvent): void => {
    const from = open ? lookFrom(typed.current) : 'next';
    typed.current = typedMore(typed.current, event.key, event.timeStamp);
    const names = options.map(({ label, alias }) => (alias === undefined ? [label] : [label, alias]));
    const found = indexByTyping(names, typed.current.text, open ? current : chosenIndex, from);
    if (open) setCurrent(found);
    else if (!off) choose(options[found]);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const moved = open ? indexByKey(event.key, current, options.length) : null;
    if (moved !== null) goTo(moved);
    else if (!open && /^Arrow(Down|Up)$/.test(event.key)) show();
    else if (isTyping(event, typed.current, event.timeStamp)) type(event);
    else if (event.key === 'Enter' || event.key === ' ') press();
    else if (open && event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else {
      if (open && event.key === 'Tab') choose(options[current]);
      return;
    }
    event.preventDefault();
  };

  return (
    <span className={classNames(styles.wrap, full && styles.full, className)}>
      <button
        ref={button}
        type="button"
        {...attributes}
        className={classNames(styles.select, size === 'small' && styles.small, quiet && styles.quiet)}
        role="combobox"
        aria-labelledby={labelId}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && current >= 0 ? optionId(listId, current) : undefined}
        aria-disabled={off || undefined}
        onClick={() => (open ? close() : show())}
        onBlur={leave}
        onKeyDown={onKeyDown}
      >
        <span className={styles.value}>
          {lead === undefined ? null : <span>{lead}</span>}
          {chosen?.icon}
          <span className={chosen ? undefined : styles.placeholder}>{chosen?.label ?? placeholder}</span>
        </span>
        <ChevronDown className={styles.chevron} />
      </button>
      {message}
      {open && button.current ? (
        <OptionList
          id={listId}
          anchor={button.current}
          label={control.label}
          labelId={labelId}
          options={options}
          current={current}
          chosen={value}
          onPoint={goTo}
          onChoose={choose}
        />
      ) : null}
    </span>
  );
}
