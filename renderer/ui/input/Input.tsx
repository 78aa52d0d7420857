import type { ChangeEvent, ComponentPropsWithRef, ReactNode, Ref } from 'react';
import { classNames } from '../classNames.ts';
import { type ControlProps, useControl } from '../field/useControl.tsx';
import styles from './Input.module.css';

export interface InputProps
  extends Omit<
      ComponentPropsWithRef<'input'>,
      'disabled' | 'readOnly' | 'prefix' | 'size' | 'onChange' | 'value' | 'defaultValue' | 'id'
    >,
    ControlProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Inside the edge, before and after the text: an icon, `UTC`, a key cap, a small button. */
  readonly prefix?: ReactNode;
  readonly suffix?: ReactNode;
  /** For times, IDs and keys. */
  readonly mono?: boolean;
  /** The edge around it all, for what stands at it. */
  readonly boxRef?: Ref<HTMLSpanElement>;
}

/** One line of text. */
export function Input({
  label,
  wrong,
  off,
  value,
  onChange,
  prefix,
  suffix,
  mono = false,
  boxRef,
  className,
  ...rest
}: InputProps) {
  const { attributes, message } = useControl({ label, wrong, off });
  return (
    <span className={classNames(styles.wrap, className)}>
      <span
        ref={boxRef}
        className={classNames(
          styles.input,
          attributes['aria-invalid'] && styles.wrong,
          off !== undefined && styles.off,
        )}
      >
        {prefix}
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...rest}
          {...attributes}
          className={classNames(mono && styles.mono)}
          readOnly={off !== undefined}
          value={value}
          onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
        />
        {suffix}
      </span>
      {message}
    </span>
  );
}
