import { Fragment, useLayoutEffect, useRef } from 'react';
import type { PaletteItem } from '../../app/paletteItem.ts';
import { classNames } from '../../ui/classNames.ts';
import { Keys } from '../../ui/keys/Keys.tsx';
import { optionId } from '../../ui/listbox/OptionList.tsx';
import { Mono } from '../../ui/text/Mono.tsx';
import { markedParts } from './markedParts.ts';
import styles from './Palette.module.css';

interface PaletteListProps {
  readonly id: string;
  readonly items: readonly PaletteItem[];
  /** What was typed, to be shown strong. */
  readonly words: readonly string[];
  readonly current: number;
  /** Whether the list scrolls to the current line: not where the pointer chose it. */
  readonly follow: boolean;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (item: PaletteItem) => void;
}

/** The lines that were found, by group. */
export function PaletteList({ id, items, words, current, follow, onPoint, onChoose }: PaletteListProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!follow) return;
    const lines = box.current?.querySelectorAll('[role="option"]');
    // The heading of the first group comes into sight with its first line.
    if (current <= 0) box.current?.scrollTo({ top: 0 });
    else lines?.[current]?.scrollIntoView({ block: 'nearest' });
  }, [current, follow]);
  return (
    <div
      ref={box}
      id={id}
      role="listbox"
      aria-label="What was found"
      className={styles.list}
      tabIndex={-1}
      // A press here must not take the focus from the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      {items.map((item, index) => (
        <Fragment key={item.id}>
          {item.group === items[index - 1]?.group ? null : (
            <div className={styles.heading} role="presentation">
              {item.group}
            </div>
          )}
          <Line
            id={optionId(id, index)}
            item={item}
            words={words}
            current={index === current}
            onPoint={() => onPoint(index)}
            onChoose={() => onChoose(item)}
          />
        </Fragment>
      ))}
      {items.length === 0 ? <p className={styles.nothing}>Nothing is called that here.</p> : null}
    </div>
  );
}

interface LineProps {
  readonly id: string;
  readonly item: PaletteItem;
  readonly words: readonly string[];
  readonly current: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function Line({ id, item, words, current, onPoint, onChoose }: LineProps) {
  const { icon: Icon, code, label, detail, keys } = item;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field that has the focus handles the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus, this is its active descendant
    <div
      id={id}
      role="option"
      aria-selected={current}
      className={classNames(styles.line, current && styles.current)}
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      <Icon />
      <span className={styles.label}>
        {code ? (
          <Mono className={styles.code}>
            <Marked text={code} words={words} />
          </Mono>
        ) : null}
        <Marked text={label} words={words} />
      </span>
      {detail === undefined ? null : <span className={styles.detail}>{detail}</span>}
      {keys === undefined ? null : (
        <span className={styles.keys}>
          <Keys shortcut={keys} />
        </span>
      )}
    </div>
  );
}

function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  return markedParts(text, words).map(({ text: part, marked }, index) => {
    const key = `${index}`;
    return marked ? <b key={key}>{part}</b> : <Fragment key={key}>{part}</Fragment>;
  });
}
