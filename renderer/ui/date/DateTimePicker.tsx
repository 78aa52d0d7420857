import { DateTimeCalendar } from './DateTimeCalendar.tsx';
import { PickerInput, type PickerProps } from './PickerInput.tsx';
import { parseDateTime } from './typedDate.ts';

const systemClock = (): Date => new Date();

/** A UTC minute, typed or picked; `value` is `YYYY-MM-DDTHH:MM`. A value that is none is shown as it is. */
export function DateTimePicker({
  value,
  onChange,
  parse = parseDateTime,
  placeholder = 'YYYY-MM-DD HH:MM',
  now = systemClock,
  ...rest
}: PickerProps) {
  return (
    <PickerInput
      {...rest}
      shown={(value ?? '').replace('T', ' ')}
      onChange={onChange}
      parse={parse}
      placeholder={placeholder}
      unit="UTC"
      openLabel="Pick a date and time"
      calendar={(close) => (
        <DateTimeCalendar
          value={value}
          now={now}
          onSet={(minute) => {
            close();
            onChange(minute);
          }}
        />
      )}
    />
  );
}
