/**
 * What a zone's short name may mean: its offset in minutes east of UTC, and places that keep that offset
 * while the name is in use there. A name with readings of different offsets is ambiguous (TM-10).
 *
 * Readings are those that an operations team may plausibly mean. Left out on purpose, because they would
 * make an everyday name useless: PST of Manila and Pitcairn, CST and CDT of Havana, MST of Malaysia, EST of
 * the Australian east coast (AEST there). Places that keep a standard time all year under a name that others
 * use half the year (Phoenix, Panama, Algiers; Vancouver from 2026) are left out too: EST in July nearly always
 * means EDT.
 */
export interface ZoneMeaning {
  readonly offset: number;
  /** The country or region, for a sentence. */
  readonly where: string;
  /** IANA names that Node 16 knows. All of them have to agree at an instant for the name to be in use. */
  readonly places: readonly string[];
}

const zone = (offset: number, where: string, ...places: readonly string[]): ZoneMeaning => ({
  offset,
  where,
  places,
});

export const ZONE_NAMES: Readonly<Record<string, readonly ZoneMeaning[]>> = {
  WET: [zone(0, 'Western Europe', 'Europe/Lisbon')],
  WEST: [zone(60, 'Western Europe', 'Europe/Lisbon')],
  CET: [zone(60, 'Central Europe', 'Europe/Paris', 'Europe/Berlin')],
  CEST: [zone(120, 'Central Europe', 'Europe/Paris', 'Europe/Berlin')],
  MEZ: [zone(60, 'Central Europe', 'Europe/Berlin')],
  MESZ: [zone(120, 'Central Europe', 'Europe/Berlin')],
  EET: [zone(120, 'Eastern Europe', 'Europe/Helsinki', 'Europe/Athens')],
  EEST: [zone(180, 'Eastern Europe', 'Europe/Helsinki', 'Europe/Athens')],
  BST: [zone(60, 'Britain', 'Europe/London'), zone(360, 'Bangladesh', 'Asia/Dhaka')],
  IST: [
    zone(330, 'India', 'Asia/Kolkata'),
    zone(120, 'Israel', 'Asia/Jerusalem'),
    zone(60, 'Ireland', 'Europe/Dublin'),
  ],
  IDT: [zone(180, 'Israel', 'Asia/Jerusalem')],
  MSK: [zone(180, 'Moscow', 'Europe/Moscow')],
  TRT: [zone(180, 'Türkiye', 'Europe/Istanbul')],

  NST: [zone(-210, 'Newfoundland', 'America/St_Johns')],
  NDT: [zone(-150, 'Newfoundland', 'America/St_Johns')],
  AST: [zone(-240, 'Atlantic Canada', 'America/Halifax'), zone(180, 'Arabia', 'Asia/Riyadh')],
  ADT: [zone(-180, 'Atlantic Canada', 'America/Halifax')],
  EST: [zone(-300, 'Eastern North America', 'America/New_York')],
  EDT: [zone(-240, 'Eastern North America', 'America/New_York')],
  CST: [zone(-360, 'Central North America', 'America/Chicago'), zone(480, 'China', 'Asia/Shanghai')],
  CDT: [zone(-300, 'Central North America', 'America/Chicago')],
  MST: [zone(-420, 'Mountain North America', 'America/Denver')],
  MDT: [zone(-360, 'Mountain North America', 'America/Denver')],
  PST: [zone(-480, 'Pacific North America', 'America/Los_Angeles')],
  PDT: [zone(-420, 'Pacific North America', 'America/Los_Angeles')],
  AKST: [zone(-540, 'Alaska', 'America/Anchorage')],
  AKDT: [zone(-480, 'Alaska', 'America/Anchorage')],
  HST: [zone(-600, 'Hawaii', 'Pacific/Honolulu')],
  BRT: [zone(-180, 'Brasília', 'America/Sao_Paulo')],
  ART: [zone(-180, 'Argentina', 'America/Argentina/Buenos_Aires')],
  CLT: [zone(-240, 'Chile', 'America/Santiago')],
  CLST: [zone(-180, 'Chile', 'America/Santiago')],
  COT: [zone(-300, 'Colombia', 'America/Bogota')],
  PET: [zone(-300, 'Peru', 'America/Lima')],
  AMT: [zone(-240, 'Amazonas', 'America/Manaus'), zone(240, 'Armenia', 'Asia/Yerevan')],

  WAT: [zone(60, 'West Africa', 'Africa/Lagos')],
  CAT: [zone(120, 'Central Africa', 'Africa/Maputo')],
  SAST: [zone(120, 'South Africa', 'Africa/Johannesburg')],
  EAT: [zone(180, 'East Africa', 'Africa/Nairobi')],
  GST: [zone(240, 'the Gulf', 'Asia/Dubai')],
  PKT: [zone(300, 'Pakistan', 'Asia/Karachi')],
  NPT: [zone(345, 'Nepal', 'Asia/Kathmandu')],
  ICT: [zone(420, 'Indochina', 'Asia/Bangkok')],
  WIB: [zone(420, 'western Indonesia', 'Asia/Jakarta')],
  SGT: [zone(480, 'Singapore', 'Asia/Singapore')],
  SST: [zone(480, 'Singapore', 'Asia/Singapore'), zone(-660, 'Samoa', 'Pacific/Pago_Pago')],
  MYT: [zone(480, 'Malaysia', 'Asia/Kuala_Lumpur')],
  HKT: [zone(480, 'Hong Kong', 'Asia/Hong_Kong')],
  PHT: [zone(480, 'the Philippines', 'Asia/Manila')],
  JST: [zone(540, 'Japan', 'Asia/Tokyo')],
  KST: [zone(540, 'Korea', 'Asia/Seoul')],
  AWST: [zone(480, 'Western Australia', 'Australia/Perth')],
  ACST: [zone(570, 'South Australia', 'Australia/Adelaide')],
  ACDT: [zone(630, 'South Australia', 'Australia/Adelaide')],
  AEST: [zone(600, 'Eastern Australia', 'Australia/Sydney', 'Australia/Melbourne')],
  AEDT: [zone(660, 'Eastern Australia', 'Australia/Sydney', 'Australia/Melbourne')],
  NZST: [zone(720, 'New Zealand', 'Pacific/Auckland')],
  NZDT: [zone(780, 'New Zealand', 'Pacific/Auckland')],
};

/** Names of a region's clock, standard or summer time as the day has it. */
export const REGION_NAMES: Readonly<Record<string, string>> = {
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
};

/** What a name, in any letter case, may mean; empty for a name that is not in the table. */
export function meaningsOf(name: string): readonly ZoneMeaning[] {
  const upper = name.toUpperCase();
  return Object.hasOwn(ZONE_NAMES, upper) ? (ZONE_NAMES[upper] ?? []) : [];
}
