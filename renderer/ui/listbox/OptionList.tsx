import { useLayoutEffect, useRef } from 'react';
import { classNames } from '../classNames.ts';
import { Check } from '../icons.ts';
import { Floating } from '../popover/Floating.tsx';
import type { Anchor } from '../popover/usePlacement.ts';
import styles from './OptionList.module.css';
import type { Option } from './option.ts';

interface OptionListProps<T extends string> {
  readonly id: string;
  readonly anchor: Anchor;
  readonly label: string | undefined;
  readonly labelId: string | undefined;
  readonly options: readonly Option<T>[];
  /** The highlighted index, or -1. */
  readonly current: number;
  /** The value that is chosen now, ticked; null where a list only suggests. */
  readonly chosen: T | null;
  /** Whether Tab reaches the list itself: where no combobox owns it, its scrolling has to be reached otherwise. */
  readonly tabStop?: boolean;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (option: Option<T>) => void;
}

/** The id of an option, for `aria-activedescendant` of the control that keeps the focus. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** The open list of a Select, Combobox or TokenField. The control keeps focus and handles the keys. */
export function OptionList<T extends string>({
  id,
  anchor,
  label,
  labelId,
  options,
  current,
  chosen,
  tabStop = false,
  onPoint,
  onChoose,
}: OptionListProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    box.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <Floating
      ref={box}
      id={id}
      anchor={anchor}
      className={styles.list}
      role="listbox"
      tabIndex={tabStop ? 0 : undefined}
      aria-label={label}
      aria-labelledby={labelId}
      // A press here must not take the focus from the control.
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the control that has the focus handles the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the control has the focus, this is its active descendant
        <div
          key={option.value}
          id={optionId(id, index)}
          className={classNames(styles.option, index === current && styles.current)}
          role="option"
          aria-selected={option.value === chosen}
          onPointerMove={() => onPoint(index)}
          onClick={() => onChoose(option)}
        >
          {option.icon}
          <span className={styles.words}>
            <span>{option.label}</span>
            {option.detail === undefined ? null : <span className={styles.detail}>{option.detail}</span>}
          </span>
          {option.value === chosen ? <Check className={styles.tick} /> : null}
        </div>
      ))}
    </Floating>
  );
}
