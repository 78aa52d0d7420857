const TIMES = /\b(?:times?(?:stamps?)?|zeiten|uhrzeiten|zeitangaben|heures|horas)\b/iu;
const NAMES_UTC = /\b(?:UTC|GMT)\b/i;
const UTC = '(?:UTC|GMT)(?![\\p{L}\\d]|\\s?[+\\-−]\\s?\\d)';
/** What may stand between a denial and what it denies: "not all given in UTC", and not "not noted otherwise, UTC". */
const BETWEEN =
  '(?:\\s+(?:in|all|always|the|given|shown|recorded|reported|expressed|listed|logged|written|converted|to|estão|están|en|em|alle|angegeben))*\\s+';
const DENIAL = `(?:\\b(?:not|nicht|kein|keine|pas|não|never|neither|instead\\sof|rather\\sthan|other\\sthan|(?<!\\p{L})\\p{L}{1,9}n['’]t))${BETWEEN}${UTC}|\\bno\\s(?:están\\s)?en\\s${UTC}|\\bnon[-\\s]?${UTC}`;
const COUNT =
  '(?:[1-9]\\d?|an?|one|two|three|four|five|six|seven|eight|nine|ten|zwei|drei|eine|deux|trois|dos|tres|duas|três)';
/** So many hours from it: "two hours ahead of UTC", "+2h from UTC". */
const APART = `\\b(?:${COUNT}\\s?(?:h|hours?|hrs?|stunden?|heures?|horas?)\\s(?:\\p{L}+\\s){0,2}?(?:(?:ahead|east|west)\\sof|behind|before|after|off|from|vor|nach|hinter|sur|de)|(?:ahead\\sof|behind))\\s${UTC}(?!\\s(?:midnight|noon))`;
const DENIED = new RegExp(`${DENIAL}|${APART}`, 'iu');
const ALONE = new RegExp(`^[^\\p{L}\\d]*(?:${DENIAL})[^\\p{L}\\d]*$`, 'iu');

/**
 * TM-32: the words by which a sentence about times says that they are not in UTC, or how far from it, "not in UTC", "two hours
 * ahead of UTC"; also of a line that says only that. Null for none.
 */
export function deniedUtc(text: string): string | null {
  if (!NAMES_UTC.test(text)) return null;
  for (const sentence of sentencesOf(text)) {
    const denied = deniedIn(sentence);
    if (denied !== null) return denied;
  }
  return null;
}

/** A text without its sentences, or parts of one up to `;`, that deny UTC. */
export const withoutDeniedUtc = (text: string): string =>
  NAMES_UTC.test(text)
    ? sentencesOf(text)
        .filter((sentence) => deniedIn(sentence) === null)
        .join('')
    : text;

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?;\n])(?!\d)/);

function deniedIn(sentence: string): string | null {
  const found = TIMES.test(sentence) || ALONE.test(sentence) ? DENIED.exec(sentence) : null;
  // "Times are UTC (we are two hours ahead of UTC)": it says first that they are.
  return found === null || NAMES_UTC.test(sentence.slice(0, found.index)) ? null : found[0];
}
