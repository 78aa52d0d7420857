import { type ReactNode, type Ref, useRef, useState } from 'react';
import { IconButton } from '../button/Button.tsx';
import type { ControlProps } from '../field/useControl.tsx';
import { Calendar } from '../icons.ts';
import { Input } from '../input/Input.tsx';
import { Popover } from '../popover/Popover.tsx';
import type { Anchor } from '../popover/usePlacement.ts';
import styles from './PickerInput.module.css';
import type { Parsed } from './typedDate.ts';
import { useTypedValue } from './useTypedValue.ts';

/** What DatePicker and DateTimePicker have in common. */
export interface PickerProps extends ControlProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** How typed text is understood; a feature that knows `+2w` or `fri` brings its own. */
  readonly parse?: (text: string) => Parsed;
  readonly placeholder?: string;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
  /** The clock that says what today is. */
  readonly now?: () => Date;
}

interface PickerInputProps extends Omit<PickerProps, 'parse' | 'now' | 'value'> {
  readonly shown: string;
  readonly parse: (text: string) => Parsed;
  readonly openLabel: string;
  /** Stands before the button that opens the calendar. */
  readonly unit?: string;
  readonly calendar: (close: () => void) => ReactNode;
}

/** An input for typed entry with a calendar behind a button and Alt+Down. */
export function PickerInput({
  shown,
  onChange,
  parse,
  openLabel,
  unit,
  calendar,
  wrong,
  ...rest
}: PickerInputProps) {
  const [anchor, setAnchor] = useState<Anchor | null>(null);
  const box = useRef<HTMLSpanElement>(null);
  const typed = useTypedValue(shown, parse, onChange);
  const off = rest.off !== undefined;
  const toggle = (): void => setAnchor(anchor === null ? box.current : null);
  return (
    <>
      <Input
        {...rest}
        mono
        boxRef={box}
        wrong={typed.wrong ?? wrong}
        value={typed.text}
        data-pending={typed.text === shown ? undefined : ''}
        onChange={typed.write}
        onBlur={typed.commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') typed.commit();
          else if (event.key === 'Escape' && typed.text !== shown) {
            event.stopPropagation();
            typed.reset();
          } else if (event.altKey && event.key === 'ArrowDown' && !off) {
            event.preventDefault();
            toggle();
          }
        }}
        suffix={
          <>
            {unit === undefined ? null : <span className={styles.unit}>{unit}</span>}
            {off ? null : (
              <IconButton
                label={openLabel}
                icon={<Calendar />}
                size="small"
                className={styles.open}
                aria-haspopup="dialog"
                aria-expanded={anchor !== null}
                onClick={toggle}
              />
            )}
          </>
        }
      />
      {anchor === null ? null : (
        <Popover anchor={anchor} label={openLabel} onClose={() => setAnchor(null)}>
          {calendar(() => {
            typed.reset();
            setAnchor(null);
          })}
        </Popover>
      )}
    </>
  );
}
