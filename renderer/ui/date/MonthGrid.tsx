import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { IconButton } from '../button/Button.tsx';
import { classNames } from '../classNames.ts';
import { ChevronLeft, ChevronRight } from '../icons.ts';
import { addMonths, dateByKey, dayTitle, monthGrid, monthTitle, WEEKDAYS } from './calendar.ts';
import styles from './MonthGrid.module.css';

export interface MonthGridProps {
  /** The chosen date, if there is one. */
  readonly chosen: string | null;
  /** The date that keys move from; its month is shown. */
  readonly current: string;
  readonly today: string;
  readonly onMove: (date: string) => void;
  readonly onChoose: (date: string) => void;
}

/** One month. Arrows move by days and weeks, PgUp and PgDn by months, with Shift by years; Enter chooses. */
export function MonthGrid({ chosen, current, today, onMove, onChoose }: MonthGridProps) {
  const titleId = useId();
  const grid = useRef<HTMLTableElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    moved.current = false;
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const date = dateByKey(event.key, event.shiftKey, current);
    if (date === null) return;
    event.preventDefault();
    moved.current = true;
    onMove(date);
  };
  return (
    <div>
      <div className={styles.head}>
        <IconButton
          label="Previous month"
          icon={<ChevronLeft />}
          size="small"
          onClick={() => onMove(addMonths(current, -1))}
        />
        <span id={titleId} className={styles.title} aria-live="polite">
          {monthTitle(current)}
        </span>
        <IconButton
          label="Next month"
          icon={<ChevronRight />}
          size="small"
          onClick={() => onMove(addMonths(current, 1))}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that keys move in */}
      <table ref={grid} role="grid" aria-labelledby={titleId} className={styles.grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" abbr={weekday}>
                {weekday.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthGrid(current).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid is a gridcell
                <td key={date} aria-selected={date === chosen}>
                  <button
                    type="button"
                    tabIndex={date === current ? 0 : -1}
                    aria-label={dayTitle(date)}
                    aria-current={date === today ? 'date' : undefined}
                    className={classNames(
                      styles.day,
                      date.slice(0, 7) !== current.slice(0, 7) && styles.other,
                      date === today && styles.today,
                      date === chosen && styles.chosen,
                    )}
                    {...(date === current ? { 'data-first-focus': '' } : undefined)}
                    onClick={() => onChoose(date)}
                  >
                    {Number(date.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
