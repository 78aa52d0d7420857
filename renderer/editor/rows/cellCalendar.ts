import { isDate } from '../../ui/date/calendar.ts';
import { element } from './element.ts';
import { drawnIcon } from './icon.ts';
import { overlays } from './overlays.ts';
import styles from './rows.module.css';

/** The button of a date cell that opens a month; Alt Down does the same, so it is off the Tab path. */
export function calendarButton(onPress: () => void): HTMLButtonElement {
  const button = element(
    'button',
    { type: 'button', class: styles.calendar, tabindex: '-1', 'aria-label': 'Pick a date' },
    drawnIcon('calendar'),
  );
  button.addEventListener('click', onPress);
  return button;
}

/** Shows a month at a cell. @param value the cell's text; it may be no date */
export function openCalendar(
  anchor: HTMLElement,
  label: string,
  value: string,
  onChoose: (date: string) => void,
): void {
  const today = new Date().toISOString().slice(0, 10);
  overlays.setState({
    calendar: { anchor, label, chosen: isDate(value) ? value : null, today, onChoose },
  });
}
