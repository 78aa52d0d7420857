import fc from 'fast-check';
import { SEED } from '../testing/seed.testkit.ts';
import { dateOfDayNumber, dayNumber } from './calendarDate.ts';
import { MONTHS, WEEKDAYS } from './englishNames.ts';
import { formatDay } from './formatInstant.ts';
import { instantOf } from './instant.ts';
import { NO_TIME, type RowTime } from './rowTime.ts';
import type { TimeEntryContext } from './timeEntryContext.ts';

/** Every property test of this room runs from one seed, so that a failure can be had again. */
export const DRAWN = { seed: SEED, numRuns: 1500 } as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** Days around leap days, changes of year and of summer time come up often. */
export const anyDay: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '2026-11-24',
    '2024-02-29',
    '2026-03-29',
    '2026-10-25',
    '2026-12-31',
    '2027-01-01',
    '2026-07-03',
  ),
  fc.integer({ min: dayNumber('1970-01-01'), max: dayNumber('2099-12-31') }).map(dateOfDayNumber),
);

export const anyInstant: fc.Arbitrary<string> = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 86_399 }), fc.boolean())
  .map(([day, second, fine]) => instantOf(dayNumber(day) * 86_400 + second, fine));

const anyAbove: fc.Arbitrary<RowTime> = fc.oneof(
  anyInstant.map((at): RowTime => ({ ...NO_TIME, at, precision: 'exact' })),
  anyInstant.map((at): RowTime => ({ ...NO_TIME, at, precision: 'about' })),
  anyDay.map((at): RowTime => ({ ...NO_TIME, at, precision: 'day' })),
);

export const anyContext: fc.Arbitrary<TimeEntryContext> = fc.record({
  now: anyInstant.map((instant) => instant.slice(0, 16)),
  above: fc.option(anyAbove),
  firstAlert: fc.option(anyInstant.map((instant) => instant.slice(0, 16))),
});

const clock: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 59 }))
  .chain(([hour, minute, second]) =>
    fc.constantFrom(
      `${two(hour)}:${two(minute)}`,
      `${hour}:${two(minute)}`,
      `${two(hour)}${two(minute)}`,
      `${two(hour)}:${two(minute)}:${two(second)}`,
      `${(hour % 12) + 1}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`,
      `${(hour % 12) + 1}${hour < 12 ? 'am' : 'p.m.'}`,
    ),
  );

const partOfClock = fc.constantFrom('??', '??:??', '--:--', 'HH:mm', '2X:XX', '12:??', '?');

const date: fc.Arbitrary<string> = anyDay.chain((day) => {
  const [year, month, ofMonth] = day.split('-').map(Number) as [number, number, number];
  const name = MONTHS[month - 1] ?? '';
  return fc.constantFrom(
    day,
    `${name} ${ofMonth}, ${year}`,
    `${ofMonth}. ${name.slice(0, 3)}`,
    `${name.slice(0, 3)} ${ofMonth}`,
    `${two(ofMonth)}.${two(month)}.${year}`,
    `${ofMonth}/${month}/${year}`,
    formatDay(day),
    `${WEEKDAYS[0]} ${ofMonth} ${name} ${year}`,
    `${day.slice(0, 8)}??`,
    `${year}0-01-16`,
  );
});

export const ZONE_WORDS = [
  'UTC',
  'Z',
  'CET',
  'CEST',
  'CET (GMT+1)',
  'PST',
  'PST (UTC-7)',
  'PDT',
  'IST',
  'IST (UTC+5:30)',
  'BST',
  'EST',
  'ET',
  'XYZ',
  'UTC+1',
  'GMT-03:30',
  '+05:45',
  '-05:00',
  '−08:00',
  'Europe/Oslo',
  'CET/CEST',
  'local',
] as const;

/** Text that is a time, in every form that is known and some that only look like one. */
export const anyTimeText: fc.Arbitrary<string> = fc
  .record({
    date: fc.option(date),
    about: fc.constantFrom('', '', '', '~', 'ca. ', 'around '),
    start: fc.oneof({ weight: 6, arbitrary: clock }, { weight: 1, arbitrary: partOfClock }),
    dash: fc.constantFrom('-', '–', ' - ', ' – ', ' to ', ' -', '~'),
    end: fc.option(fc.oneof({ weight: 3, arbitrary: clock }, { weight: 1, arbitrary: partOfClock }), {
      freq: 2,
    }),
    endDate: fc.option(date, { freq: 6 }),
    after: fc.constantFrom('', '', '', '', '~', '?'),
    zone: fc.option(fc.constantFrom(...ZONE_WORDS)),
    zoneGap: fc.constantFrom(' ', ' ', '', ' in '),
    note: fc.constantFrom('', '', '', '', ' (maybe earlier?)', ' (Slack)', ' (Oct 30)', ' (15:02 CET)'),
    order: fc.constantFrom('date first', 'date first', 'date last', 'date alone', 'no date'),
  })
  .map((parts) => {
    const end =
      parts.end === null
        ? ''
        : `${parts.dash}${parts.endDate === null ? '' : `${parts.endDate} `}${parts.end}`;
    const zone = parts.zone === null ? '' : `${parts.zoneGap}${parts.zone}`;
    const time = `${parts.about}${parts.start}${end}${parts.after}${zone}`;
    if (parts.date === null || parts.order === 'no date') return `${time}${parts.note}`;
    if (parts.order === 'date alone') return `${parts.date}${parts.note}`;
    return parts.order === 'date first'
      ? `${parts.date} ${time}${parts.note}`
      : `${time}, ${parts.date}${parts.note}`;
  });
