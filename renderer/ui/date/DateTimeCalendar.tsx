import { useRef, useState } from 'react';
import { Button } from '../button/Button.tsx';
import { Input } from '../input/Input.tsx';
import { isDate } from './calendar.ts';
import { MonthGrid } from './MonthGrid.tsx';
import styles from './PickerInput.module.css';
import { parseTime } from './typedDate.ts';

interface DateTimeCalendarProps {
  /** `YYYY-MM-DDTHH:MM`, UTC. */
  readonly value: string | null;
  readonly now: () => Date;
  readonly onSet: (minute: string) => void;
}

/** A month and a time; nothing is set before Enter in the time or the button. */
export function DateTimeCalendar({ value, now, onSet }: DateTimeCalendarProps) {
  const clock = now().toISOString();
  const today = clock.slice(0, 10);
  const [date = '', minute = ''] = (value ?? '').split('T');
  const [chosen, setChosen] = useState(isDate(date) ? date : null);
  const [current, setCurrent] = useState(chosen ?? today);
  const [time, setTime] = useState(minute);
  const [wrong, setWrong] = useState<string | null>(null);
  const timeInput = useRef<HTMLInputElement>(null);

  const set = (): void => {
    const parsed = parseTime(time);
    if ('wrong' in parsed) setWrong(parsed.wrong);
    else onSet(`${chosen ?? current}T${parsed.value}`);
  };
  const choose = (day: string): void => {
    setChosen(day);
    setCurrent(day);
    timeInput.current?.focus();
    timeInput.current?.select();
  };
  return (
    <>
      <MonthGrid chosen={chosen} current={current} today={today} onMove={setCurrent} onChoose={choose} />
      <div className={styles.foot}>
        <Input
          ref={timeInput}
          label="Time, UTC"
          mono
          className={styles.clock}
          placeholder="HH:MM"
          suffix={<span className={styles.unit}>UTC</span>}
          value={time}
          wrong={wrong}
          onChange={(text) => {
            setTime(text);
            setWrong(null);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            set();
          }}
        />
        <span className={styles.spacer} />
        <Button kind="link" size="small" onClick={() => onSet(clock.slice(0, 16))}>
          Now
        </Button>
        <Button size="small" onClick={set}>
          Set
        </Button>
      </div>
    </>
  );
}
