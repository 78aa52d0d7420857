/** Short names of zones that are in use and that no reading has been settled for (TM-16): they are zones, and not UTC. */
const OTHER_ZONES: ReadonlySet<string> = new Set(
  (
    'HAEC HAE HAET HNE HNEC HNP HAP HADT HAST HDT CHST MSD SAMT YEKT KRAT VLAT IRST IRDT AFT UZT BDT MMT WIT WITA ' +
    'VET BOT PYT UYT ECT AoE'
  ).split(' '),
);

/** Whether a word is such a name, as it is written, or an offset alone, `-5`. */
export const isOtherZone = (word: string): boolean =>
  OTHER_ZONES.has(word) || /^[+\-−]\d{1,2}(?::?\d{2})?$/.test(word);
