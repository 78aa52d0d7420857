import { type KeyboardEvent, type ReactNode, type Ref, useRef, useState } from 'react';
import { type ControlProps, useControl } from '../field/useControl.tsx';
import { Input } from '../input/Input.tsx';
import { matchingOptions } from '../listbox/matchingOptions.ts';
import { OptionList } from '../listbox/OptionList.tsx';
import type { Option } from '../listbox/option.ts';
import { useSuggestions } from './useSuggestions.ts';

export interface ComboboxProps extends ControlProps {
  readonly value: string;
  /** Each change of the text, by key or by choice. */
  readonly onChange: (text: string) => void;
  /** The text is meant: it was chosen, Enter was pressed, or focus left. */
  readonly onCommit?: (text: string) => void;
  /** What may be meant; anything else is as good. */
  readonly suggestions: readonly Option[];
  readonly placeholder?: string;
  readonly prefix?: ReactNode;
  readonly mono?: boolean;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
  /** Keys that the list does not take. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** Free text with completion. */
export function Combobox({
  value,
  onChange,
  onCommit,
  suggestions,
  onKeyDown,
  label,
  wrong,
  off,
  ...rest
}: ComboboxProps) {
  const { labelId } = useControl({ label });
  const box = useRef<HTMLSpanElement>(null);
  // Opened by an arrow, the list shows everything; typing narrows it.
  const [typed, setTyped] = useState('');
  const options = matchingOptions(suggestions, typed);
  const list = useSuggestions(options);

  const choose = (option: Option): void => {
    list.close();
    setTyped('');
    onChange(option.value);
    onCommit?.(option.value);
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (off !== undefined || event.nativeEvent.isComposing) return;
    if (list.takeKey(event)) return;
    if (event.key === 'Enter' && list.highlighted) {
      event.preventDefault();
      event.stopPropagation();
      choose(list.highlighted);
      return;
    }
    if (event.key === 'Tab' && list.highlighted) choose(list.highlighted);
    if (event.key === 'Enter') {
      list.close();
      onCommit?.(value);
    }
    onKeyDown?.(event);
  };

  return (
    <>
      <Input
        {...rest}
        {...list.attributes}
        boxRef={box}
        label={label}
        wrong={wrong}
        off={off}
        value={value}
        onChange={(text) => {
          setTyped(text);
          list.show();
          onChange(text);
        }}
        onClick={() => {
          if (off === undefined && !list.open) list.show();
        }}
        onKeyDown={keyDown}
        onBlur={() => {
          list.close();
          setTyped('');
          onCommit?.(value);
        }}
      />
      {list.open && box.current ? (
        <OptionList
          id={list.listId}
          anchor={box.current}
          label={label}
          labelId={labelId}
          options={options}
          current={list.current}
          chosen={null}
          onPoint={list.point}
          onChoose={choose}
        />
      ) : null}
    </>
  );
}
