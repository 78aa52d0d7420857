/**
 * Names of months and weekdays as they are read: in English, German, French, Spanish and Portuguese, whole or shortened;
 * those of weekdays in Italian, Dutch, Polish, Japanese and Chinese too.
 */

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
  'sun(?:day)?|sonntag|dimanche|domingo|domenica|zondag|niedziel[aęi]|日曜日?|星期[日天]|周日',
  'mon(?:day)?|montag|lundi|lunes|segunda-feira|luned[ìi]|maandag|poniedziałek|月曜日?|星期一|周一',
  'tue(?:s(?:day)?)?|dienstag|mardi|martes|terça-feira|marted[ìi]|dinsdag|wtorek|火曜日?|星期二|周二',
  'wed(?:nesday)?|mittwoch|mercredi|miércoles|quarta-feira|mercoled[ìi]|woensdag|środ[aęy]|水曜日?|星期三|周三',
  'thu(?:r(?:s(?:day)?)?)?|donnerstag|jeudi|jueves|quinta-feira|gioved[ìi]|donderdag|czwartek|木曜日?|星期四|周四',
  'fri(?:day)?|freitag|vendredi|viernes|sexta-feira|venerd[ìi]|vrijdag|piątek|金曜日?|星期五|周五',
  'sat(?:urday)?|samstag|sonnabend|samedi|sábado|sabato|zaterdag|sobot[aęy]|土曜日?|星期六|周六',
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
