import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { announce } from '../announcer/announce.ts';
import { classNames } from '../classNames.ts';
import { useSuggestions } from '../combobox/useSuggestions.ts';
import { type ControlProps, useControl } from '../field/useControl.tsx';
import { matchingOptions } from '../listbox/matchingOptions.ts';
import { OptionList } from '../listbox/OptionList.tsx';
import type { Option } from '../listbox/option.ts';
import { Token } from './Token.tsx';
import styles from './TokenField.module.css';
import { hasSeparator, newMembers } from './tokens.ts';

export interface TokenFieldProps extends ControlProps {
  readonly values: readonly string[];
  /** Members that are new, at least one, in the order they were written. */
  readonly onAdd: (members: readonly string[]) => void;
  readonly onRemove: (member: string) => void;
  readonly suggestions?: readonly Option[];
  /** Shown while the set is empty. */
  readonly placeholder?: string;
  /** For regions and services. */
  readonly mono?: boolean;
  readonly className?: string | undefined;
  /** Whose undo it has while nothing is typed in it. */
  readonly 'data-undo'?: 'document';
}

const NO_SUGGESTIONS: readonly Option[] = [];

/**
 * A set of names. Enter, a comma or leaving adds what was typed, a pasted list adds each of its members,
 * Backspace in the empty input removes the last.
 */
export function TokenField({
  values,
  onAdd,
  onRemove,
  suggestions = NO_SUGGESTIONS,
  placeholder,
  mono = false,
  className,
  'data-undo': undo,
  ...control
}: TokenFieldProps) {
  const { attributes, labelId, message } = useControl(control);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const offered = suggestions.filter((option) => !values.includes(option.value));
  const options = matchingOptions(offered, text);
  const list = useSuggestions(options);
  const off = control.off !== undefined;

  const add = (written: string): void => {
    const members = newMembers(written, values);
    setText('');
    list.close();
    if (members.length === 0) return;
    onAdd(members);
    announce(`${members.join(', ')} added`);
  };
  const remove = (member: string): void => {
    onRemove(member);
    announce(`${member} removed`);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (off || event.nativeEvent.isComposing || list.takeKey(event)) return;
    const last = values.at(-1);
    if (event.key === 'Enter' && (list.highlighted || text.trim() !== '')) {
      event.preventDefault();
      event.stopPropagation();
      add(list.highlighted?.value ?? text);
    } else if (event.key === 'Backspace' && !event.repeat && text === '' && last !== undefined) remove(last);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (off || !hasSeparator(pasted)) return;
    event.preventDefault();
    add(`${text}${pasted}`);
  };
  const onInput = (written: string): void => {
    if (hasSeparator(written)) add(written);
    else {
      setText(written);
      list.show();
    }
  };

  return (
    <div className={classNames(styles.wrap, className)}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the input reaches it; keys are there */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: likewise */}
      <div
        ref={box}
        className={classNames(styles.box, attributes['aria-invalid'] && styles.wrong, off && styles.off)}
        onClick={() => input.current?.focus()}
      >
        {values.map((member) => (
          <Token key={member} mono={mono} onRemove={off ? undefined : () => remove(member)}>
            {member}
          </Token>
        ))}
        <input
          ref={input}
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...attributes}
          {...list.attributes}
          className={classNames(styles.input, mono && styles.mono)}
          placeholder={values.length === 0 ? placeholder : undefined}
          readOnly={off}
          value={text}
          data-undo={undo}
          data-pending={text.trim() === '' ? undefined : ''}
          onChange={(event) => onInput(event.target.value)}
          onClick={() => !off && list.show()}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => add(text)}
        />
      </div>
      {message}
      {list.open && box.current ? (
        <OptionList
          id={list.listId}
          anchor={box.current}
          label={control.label}
          labelId={labelId}
          options={options}
          current={list.current}
          chosen={null}
          onPoint={list.point}
          onChoose={(option) => add(option.value)}
        />
      ) : null}
    </div>
  );
}
