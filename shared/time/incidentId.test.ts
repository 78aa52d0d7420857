import { expect, test } from 'vitest';
import { isIncidentId, nextIncidentId } from './incidentId.ts';

test('TM-29 the first incident of a day is 001', () => {
  expect(nextIncidentId([], '2026-11-24')).toBe('INC-2026-11-24-001');
  expect(nextIncidentId(['INC-2026-11-23-007', 'INC-2471', ''], '2026-11-24')).toBe('INC-2026-11-24-001');
});

test('TM-29 the next id is one above the highest of that day, whatever the case, and fills no gap', () => {
  const taken = ['INC-2026-11-24-001', ' inc-2026-11-24-003 ', 'INC-2026-11-24-002-draft'];
  expect(nextIncidentId(taken, '2026-11-24')).toBe('INC-2026-11-24-004');
  expect(nextIncidentId(['INC-2026-11-24-999'], '2026-11-24')).toBe('INC-2026-11-24-1000');
});

test('TM-29 an offered id is always a well-formed one that is not taken', () => {
  const taken: string[] = [];
  for (let count = 0; count < 1002; count += 1) {
    const id = nextIncidentId(taken, '2028-02-29');
    expect(isIncidentId(id)).toBe(true);
    expect(taken).not.toContain(id);
    taken.push(id);
  }
});

test.each([
  ['INC-2026-11-24-001', true],
  ['INC-2026-11-24-1000', true],
  ['INC-2026-11-24-01', false],
  ['INC-2026-11-24-0001', false],
  ['INC-2026-02-30-001', false],
  ['inc-2026-11-24-001', false],
  ['INC-2471', false],
  ['INC-YYYY-MM-DD-NNN', false],
  ['INC-2026-11-24-001 ', false],
])('TM-29 %s is an incident id: %s', (text, expected) => {
  expect(isIncidentId(text)).toBe(expected);
});
