/** Names of months and weekdays as they are read: in English, German, French, Spanish and Portuguese, whole or shortened. */

/** A pattern for each month. Short names that are English words too, `ago` and `set`, are left out. */
const MONTHS = [
  'jan(?:uary|uar|vier|eiro)?|jänner|ene(?:ro)?',
  'feb(?:ruary|ruar|rero)?|févr?(?:ier)?|fev(?:ereiro)?',
  'mar(?:ch|s|zo|ço)?|märz?|mrz',
  'apr(?:il)?|avr(?:il)?|abr(?:il)?',
  'may|mai|mayo|maio',
  'june?|juni|juin|junio|junho',
  'july?|juli|juil(?:let)?|julio|julho',
  'aug(?:ust)?|août|agosto',
  'sept?(?:ember|embre|iembre)?|setembro',
  'oct(?:ober|obre|ubre)?|okt(?:ober)?|outubro',
  'nov(?:ember|embre|iembre|embro)?',
  'dec(?:ember)?|dez(?:ember|embro)?|déc(?:embre)?|dic(?:iembre)?',
] as const;

/** A pattern for each weekday, from Sunday. */
const WEEKDAYS = [
  'sun(?:day)?|sonntag|dimanche|domingo',
  'mon(?:day)?|montag|lundi|lunes|segunda-feira',
  'tue(?:s(?:day)?)?|dienstag|mardi|martes|terça-feira',
  'wed(?:nesday)?|mittwoch|mercredi|miércoles|quarta-feira',
  'thu(?:r(?:s(?:day)?)?)?|donnerstag|jeudi|jueves|quinta-feira',
  'fri(?:day)?|freitag|vendredi|viernes|sexta-feira',
  'sat(?:urday)?|samstag|sonnabend|samedi|sábado',
] as const;

/** Regular expression source for a month's name. */
export const MONTH_PATTERN = `(?:${MONTHS.join('|')})`;

/** Regular expression source for a weekday's name. */
export const WEEKDAY_PATTERN = `(?:${WEEKDAYS.join('|')})`;

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'iu');
const WHOLE_MONTHS = MONTHS.map(whole);
const WHOLE_WEEKDAYS = WEEKDAYS.map(whole);

/** 1 to 12 for a name that `MONTH_PATTERN` matches. */
export const monthNumber = (name: string): number =>
  WHOLE_MONTHS.findIndex((pattern) => pattern.test(name)) + 1;

/** 0 (Sunday) to 6 for a name that `WEEKDAY_PATTERN` matches. */
export const weekdayNumber = (name: string): number =>
  WHOLE_WEEKDAYS.findIndex((pattern) => pattern.test(name));
