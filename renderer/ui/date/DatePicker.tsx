import { useState } from 'react';
import { Button } from '../button/Button.tsx';
import { isDate } from './calendar.ts';
import { MonthGrid } from './MonthGrid.tsx';
import styles from './PickerInput.module.css';
import { PickerInput, type PickerProps } from './PickerInput.tsx';
import { parseDate } from './typedDate.ts';

const systemClock = (): Date => new Date();

/** A date, typed or picked; `value` is `YYYY-MM-DD`. A value that is no date is shown as it is. */
export function DatePicker({
  value,
  onChange,
  parse = parseDate,
  placeholder = 'YYYY-MM-DD',
  now = systemClock,
  ...rest
}: PickerProps) {
  return (
    <PickerInput
      {...rest}
      shown={value ?? ''}
      onChange={onChange}
      parse={parse}
      placeholder={placeholder}
      openLabel="Pick a date"
      calendar={(close) => (
        <DateCalendar
          chosen={value !== null && isDate(value) ? value : null}
          today={now().toISOString().slice(0, 10)}
          onChoose={(date) => {
            close();
            onChange(date);
          }}
        />
      )}
    />
  );
}

interface DateCalendarProps {
  readonly chosen: string | null;
  readonly today: string;
  readonly onChoose: (date: string) => void;
}

function DateCalendar({ chosen, today, onChoose }: DateCalendarProps) {
  const [current, setCurrent] = useState(chosen ?? today);
  return (
    <>
      <MonthGrid chosen={chosen} current={current} today={today} onMove={setCurrent} onChoose={onChoose} />
      <div className={styles.foot}>
        <Button kind="link" size="small" onClick={() => onChoose(today)}>
          Today (UTC)
        </Button>
      </div>
    </>
  );
}
