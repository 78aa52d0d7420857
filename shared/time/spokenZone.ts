import { attempt, type Cursor, take } from './cursor.ts';
import type { ReadingRules } from './readingRules.ts';

/** Regions whose clocks have a name, as it is said: Pacific (Standard) Time, Central European Summer Time. */
const REGIONS =
  '(?:(?:u\\.?s\\.?|north american|australian)\\s)?(?:pacific|eastern|central|mountain|western)|' +
  '(?:central|eastern|western|middle)\\seuropean|european|atlantic|alaskan?|hawaii(?:an)?|british|' +
  'indian?|israeli?|irish|gulf|arabian?|japan(?:ese)?|korean?|chin(?:a|ese)|german|french|spanish|danish|swedish|' +
  'norwegian|finnish|dutch|polish|greek|turkish|brazil(?:ian)?|brasília|new zealand';

/** Cities by whose clock teams go. */
const CITIES =
  'amsterdam|athens|atlanta|auckland|austin|bangalore|bangkok|barcelona|beijing|bengaluru|berlin|bogot[áa]|boston|' +
  'brisbane|brussels|bucharest|budapest|buenos aires|cairo|chennai|chicago|cologne|copenhagen|dallas|delhi|denver|' +
  'dubai|dublin|edinburgh|frankfurt|geneva|hamburg|helsinki|hong kong|houston|hyderabad|istanbul|jakarta|jerusalem|' +
  'johannesburg|karachi|k(?:yiv|iev)|kolkata|köln|krak[óo]w|lagos|lima|lisbo(?:n|a)|london|los angeles|lyon|madrid|' +
  'manchester|manila|melbourne|m[ée]xico|miami|milan|montr[ée]al|moscow|mumbai|munich|münchen|nairobi|new york|osaka|' +
  'oslo|paris|perth|phoenix|portland|prague|pune|riga|rome|san francisco|santiago|s[ãa]o paulo|seattle|seoul|shanghai|' +
  'shenzhen|singapore|sofia|stockholm|sydney|taipei|tallinn|tel aviv|tokyo|toronto|vancouver|vienna|vilnius|warsaw|' +
  'washington|wien|z[uü]rich';

const SEASON = '(?:\\s(?:standard|daylight|summer|winter))?';
const END = '(?![\\p{L}\\d])';
/** `Berlin time`, `heure de Paris`, `Ortszeit`: it says itself that it is a clock's. */
const CLOCK_WORDS =
  `(?:local|${REGIONS}|${CITIES}|uk|us|eu|nyc)${SEASON}\\stimes?|(?:(?:our|their)\\s)?local\\s(?:office|site|server|company)\\stime|(?:our|their)\\s(?:office|site|server|company)\\stime|` +
  `(?:mittel|ost|west)europäische[rn]?\\s(?:sommer)?zeit|(?:orts|lokal|sommer|winter)zeit|lokale?r?\\s?zeit|` +
  `(?:deutsche|pazifische|(?:berlin|wien|münchn|zürch|hamburg)e)r?\\szeit|` +
  `heure\\s(?:locale|d['’](?:été|hiver)|du\\spacifique|de\\sl['’]est)|heure\\s(?:de\\s|d['’]\\s?)(?:${CITIES})|` +
  `hor(?:a|ario|ário)\\s(?:local|peninsular|del?\\s(?:${CITIES}|brasília|pacífico|este|centro|leste))`;
/** The same in languages without headings of ours (markdown.md). */
const CLOCK_WORDS_ABROAD =
  '(?:lokale|plaatselijke|nederlandse|belgische)\\stijd|(?:lokal|svensk|norsk|dansk)\\stid|' +
  'czasu?\\s(?:lokaln|miejscow|polski|warszawski)\\p{L}*|or(?:a|ario)\\s(?:locale|italian[ao])|ora\\sdi\\s(?:roma|milano)|' +
  '(?:московск|местн)\\p{L}+\\sврем\\p{L}+|по\\sмоскве|мск';
/** Words that need no spaces around them. */
const CLOCK_SIGNS =
  /(?:北京|台北|香港|当地|當地|本地)(?:时间|時間)|(?:日本|現地)(?:時間|標準時)|(?:한국|현지)\s?(?:시간|표준시)/u;
const CLOCK_OF = new RegExp(`\\s?(${CLOCK_WORDS})${END}`, 'iuy');
const CLOCKS_WITHIN = new RegExp(`(?<!\\p{L})(${CLOCK_WORDS}|${CLOCK_WORDS_ABROAD})${END}`, 'giu');
/** All of them have one of these, which is found sooner. */
const SAYS_TIME = /time|zeit|heure|hor[aá]|tijd|tid|czas|ora|врем|москв|мск/iu;
const REGION = new RegExp(`\\s?((?:local|${REGIONS})${SEASON})${END}`, 'iuy');
const CITY = new RegExp(`\\s?(${CITIES})${END}`, 'iuy');

const LEAD_END = /\s*(?:[-–—:|,;)\]]|$)/y;
const CLOSE = /\s?[)\]]/y;

/**
 * TM-10: the words by which a clock is called that no zone's short name says, `Pacific time`, `Berlin`, `local`: they are
 * not converted, and no UTC either. In a line whose rest is an event (`capitals`), a region without the word
 * `time` has to end the time, and a city to stand in brackets. Null where there are none.
 */
export function readSpokenZone(cursor: Cursor, { capitals }: Pick<ReadingRules, 'capitals'>): string | null {
  return (
    take(cursor, CLOCK_OF)?.[1] ??
    spoken(cursor, REGION, capitals ? LEAD_END : null) ??
    spoken(cursor, CITY, capitals ? CLOSE : null)
  );
}

/** The words that say themselves that they are a clock's, anywhere in a text; null for none. */
export function spokenClockIn(text: string): string | null {
  // "It gave us time" is of no clock.
  const clocks = SAYS_TIME.test(text) ? [...text.matchAll(CLOCKS_WITHIN)] : [];
  const clock = clocks.find(({ 0: words }) => !words.startsWith('us ')) ?? CLOCK_SIGNS.exec(text);
  return clock?.[0] ?? null;
}

function spoken(cursor: Cursor, pattern: RegExp, end: RegExp | null): string | null {
  return attempt(cursor, () => {
    const words = take(cursor, pattern)?.[1] ?? null;
    if (words === null || end === null) return words;
    end.lastIndex = cursor.at;
    return end.test(cursor.text) ? words : null;
  });
}
