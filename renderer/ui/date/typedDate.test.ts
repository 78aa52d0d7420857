import { describe, expect, it } from 'vitest';
import { parseDate, parseDateTime, parseTime } from './typedDate.ts';

describe('parseDate', () => {
  it('understands the ways a date is typed', () => {
    for (const text of ['2026-11-24', '2026/11/24', '2026.11.24', '20261124', ' 2026-11-24 ']) {
      expect(parseDate(text)).toEqual({ value: '2026-11-24' });
    }
    expect(parseDate('2026-3-4')).toEqual({ value: '2026-03-04' });
  });

  it('says what is wrong', () => {
    expect(parseDate('2026-02-30')).toEqual({ wrong: 'There is no 2026-02-30 in the calendar' });
    expect(parseDate('soon')).toEqual({ wrong: 'Write a date as 2026-11-24' });
  });
});

describe('parseTime', () => {
  it('understands a colon or none', () => {
    expect(parseTime('14:02')).toEqual({ value: '14:02' });
    expect(parseTime('1402')).toEqual({ value: '14:02' });
    expect(parseTime('905')).toEqual({ value: '09:05' });
  });

  it('says what is wrong', () => {
    expect(parseTime('25:14')).toEqual({ wrong: 'Hours go from 00 to 23' });
    expect(parseTime('14:60')).toEqual({ wrong: 'Minutes go from 00 to 59' });
    expect(parseTime('noon')).toEqual({ wrong: 'Write a time as 14:02' });
  });
});

describe('parseDateTime', () => {
  it('understands a date and a time', () => {
    for (const text of [
      '2026-11-24 14:02',
      '2026-11-24T14:02',
      '2026-11-24  1402',
      '2026-11-24 14:02 UTC',
      '20261124T14:02Z',
    ]) {
      expect(parseDateTime(text)).toEqual({ value: '2026-11-24T14:02' });
    }
  });

  it('says which half is wrong', () => {
    expect(parseDateTime('2026-13-01 14:02')).toEqual({ wrong: 'There is no 2026-13-01 in the calendar' });
    expect(parseDateTime('2026-11-24 24:00')).toEqual({ wrong: 'Hours go from 00 to 23' });
    expect(parseDateTime('14:02')).toEqual({ wrong: 'Write a date and a time as 2026-11-24 14:02' });
  });
});
