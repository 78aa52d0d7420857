import { expect, test } from 'vitest';
import { incidentDay } from './incidentDay.ts';
import { NO_TIME } from './rowTime.ts';

const rowAt = (at: string | null) => ({ time: { ...NO_TIME, at } });

test('an incident is named after the day of its first alert, else of its first row', () => {
  const rows = [rowAt(null), rowAt('2026-11-13T00:04'), rowAt('2026-11-12')];
  expect(incidentDay('2026-11-10T23:52', rows)).toBe('2026-11-10');
  expect(incidentDay(null, rows)).toBe('2026-11-12');
  expect(incidentDay(null, [rowAt(null)])).toBeNull();
});
