import type * as Y from 'yjs';
import { factsOf } from './layout.ts';

/** Facts that hold one text, in the order of the header. Times are UTC `YYYY-MM-DDTHH:MM`. */
export const TEXT_FACTS = [
  'incidentId',
  'title',
  'severity',
  'firstAlert',
  'allClear',
  /** Duration of customer-visible impact in whole minutes as digits, when stated by hand. */
  'statedImpact',
  'detection',
  'commander',
  'commanderTeam',
  'primary',
  'secondary',
  'recorder',
  'author',
] as const;
export type TextFact = (typeof TEXT_FACTS)[number];

/** Facts that are sets: one key a member (`tenants/acme`), so that offline additions on both sides survive. */
export const SET_FACTS = ['tenants', 'regions', 'services'] as const;
export type SetFact = (typeof SET_FACTS)[number];

export const SEVERITIES = ['P0', 'P1', 'P2', 'P3'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The template's four ways of detection; own words are as good. */
export const DETECTION_METHODS = [
  'automated alert',
  'customer report',
  'internal observation',
  'DR drill discovery',
] as const;

/** Whether an affected tenant was told before it asked: `told/<tenant>`. */
export type Told = 'yes' | 'no';

export interface Facts extends Readonly<Record<TextFact, string | null>> {
  readonly tenants: readonly string[];
  readonly regions: readonly string[];
  readonly services: readonly string[];
  /** tenant -> told proactively or not; a tenant that is missing here was not decided on. */
  readonly told: Readonly<Record<string, Told>>;
}

const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

const memberKey = (set: SetFact, member: string): string => `${set}/${member}`;

function membersOf(facts: Y.Map<unknown>, set: SetFact): string[] {
  const prefix = `${set}/`;
  return [...facts.entries()]
    .filter(([key, value]) => key.startsWith(prefix) && typeof value === 'number')
    .sort(([a, x], [b, y]) => Number(x) - Number(y) || (a < b ? -1 : 1))
    .map(([key]) => key.slice(prefix.length));
}

/** All facts as plain data; a value of the wrong type reads as missing. */
export function readFacts(doc: Y.Doc): Facts {
  const facts = factsOf(doc);
  const texts = Object.fromEntries(TEXT_FACTS.map((key) => [key, textOrNull(facts.get(key))])) as Record<
    TextFact,
    string | null
  >;
  const tenants = membersOf(facts, 'tenants');
  const told = Object.fromEntries(
    tenants.flatMap((tenant) => {
      const value = facts.get(`told/${tenant}`);
      return value === 'yes' || value === 'no' ? [[tenant, value] as const] : [];
    }),
  );
  return {
    ...texts,
    tenants,
    regions: membersOf(facts, 'regions'),
    services: membersOf(facts, 'services'),
    told,
  };
}

/** Sets or, with null or an empty text, removes a fact. Writes nothing when it already says so. */
export function writeFact(doc: Y.Doc, key: TextFact, value: string | null, origin?: unknown): void {
  const facts = factsOf(doc);
  const wanted = value === '' ? null : value;
  if (textOrNull(facts.get(key)) === wanted) return;
  doc.transact(() => (wanted === null ? facts.delete(key) : facts.set(key, wanted)), origin);
}

/**
 * Adds a member at the end of a set. The value is its rank, so that all replicas show one order.
 * Does nothing for a member that is there.
 */
export function addMember(doc: Y.Doc, set: SetFact, member: string, origin?: unknown): void {
  const facts = factsOf(doc);
  const name = member.trim();
  const key = memberKey(set, name);
  if (name === '' || facts.has(key)) return;
  const prefix = `${set}/`;
  const ranks = [...facts.entries()].flatMap(([other, rank]) =>
    other.startsWith(prefix) && typeof rank === 'number' ? [rank] : [],
  );
  doc.transact(() => facts.set(key, Math.max(0, ...ranks) + 1), origin);
}

/** Removes a member, and with a tenant whether it was told. */
export function removeMember(doc: Y.Doc, set: SetFact, member: string, origin?: unknown): void {
  const facts = factsOf(doc);
  doc.transact(() => {
    facts.delete(memberKey(set, member));
    if (set === 'tenants') facts.delete(`told/${member}`);
  }, origin);
}

/** Notes whether a tenant was told proactively; null takes the note back. */
export function writeTold(doc: Y.Doc, tenant: string, told: Told | null, origin?: unknown): void {
  const facts = factsOf(doc);
  const key = `told/${tenant}`;
  doc.transact(() => (told === null ? facts.delete(key) : facts.set(key, told)), origin);
}
