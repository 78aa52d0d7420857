import { CHECKLIST, SIGN_OFF_ROLES } from '../document/checklist.ts';
import { isDate } from '../time/calendarDate.ts';

/** The attributes of a row of a checklist or a sign-off table. */
type RowAttributes = Readonly<Record<string, unknown>>;

const outOf =
  (specs: readonly { readonly key: string; readonly onlyP0: boolean }[]) =>
  ({ key }: RowAttributes, severity: string | null): boolean =>
    severity !== 'P0' && specs.some((spec) => spec.onlyP0 && spec.key === key);

/** Whether an item is asked of P0 incidents only and this is none: it stays in the list and is not counted. */
export const isCheckOutOfScope = outOf(CHECKLIST);

/** Whether a role signs for P0 incidents only and this is none: it stays in the table and is not counted. */
export const isSignOffOutOfScope = outOf(SIGN_OFF_ROLES);

/** Somebody signed, on a day. Words that are no date sign nothing. */
export const isSigned = ({ name, date }: RowAttributes): boolean =>
  typeof name === 'string' && name !== '' && typeof date === 'string' && isDate(date);
