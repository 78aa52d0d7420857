/** Short names of zones that are in use and that no reading has been settled for (TM-16): they are zones, and not UTC. */
const OTHER_ZONES: ReadonlySet<string> = new Set(
  (
    'HAEC HAE HAET HNE HNEC HNP HAP HADT HAST HDT CHST MSD SAMT YEKT KRAT VLAT IRST IRDT AFT UZT BDT MMT WIT WITA ' +
    'VET BOT PYT UYT ECT AoE ACWST ALMT AMST ANAT AQTT AZOST AZOT AZT BIOT CHADT CHAST CHOT CHUT EASST EGST EGT GALT ' +
    'GAMT HOVT IRKT MAGT MAWT NOVT OMST ORAT PETT PHOT ROTT SAKT SRET SYOT TAHT ULAT UYST WAKT WAST'
  ).split(' '),
);

/** Capitals that end as the names of zones do, and that nobody says as a word: `XYZT`, not `POST`. */
const LIKE_A_ZONE = /^[B-DF-HJ-NP-TV-Z]{2,4}T$/;
const OF_SOMETHING_ELSE: ReadonlySet<string> = new Set(
  'GMT MGMT MQTT MSFT JWT RTT GPT TXT PPT HTT CRDT DLT DNT MTT NTT PTT KRT LGBT FTT DDT TNT'.split(' '),
);

/** Whether a word is such a name as it is written, or is taken for one that is not known. */
export const isOtherZoneName = (word: string): boolean =>
  OTHER_ZONES.has(word) || (LIKE_A_ZONE.test(word) && !OF_SOMETHING_ELSE.has(word));

/** The same, or an offset alone, `-5`. */
export const isOtherZone = (word: string): boolean =>
  isOtherZoneName(word) || /^[+\-−]\d{1,2}(?::?\d{2})?$/.test(word);
