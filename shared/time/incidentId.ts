import { isDate } from './calendarDate.ts';

const INCIDENT_ID = /^INC-(\d{4}-\d{2}-\d{2})-(\d{3,6})$/;

/** TM-29: `INC-YYYY-MM-DD-NNN` of a day that exists; the number has three digits, or more past 999. */
export function isIncidentId(text: string): boolean {
  const parts = INCIDENT_ID.exec(text);
  return parts !== null && isDate(parts[1] ?? '') && (parts[2]?.length === 3 || !parts[2]?.startsWith('0'));
}

/**
 * TM-29: the next free id of a day (`YYYY-MM-DD`): one above the highest of that day. A gap is not filled,
 * because the number may be one that was announced and whose file lies elsewhere.
 */
export function nextIncidentId(existingIds: Iterable<string>, date: string): string {
  let highest = 0;
  for (const id of existingIds) {
    const parts = INCIDENT_ID.exec(id.trim().toUpperCase());
    if (parts?.[1] === date) highest = Math.max(highest, Number(parts[2]));
  }
  return `INC-${date}-${String(highest + 1).padStart(3, '0')}`;
}
