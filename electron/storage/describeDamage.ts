import { RECORD_TYPE } from './format/record.ts';
import type { Damage, RecordScan } from './format/scanRecords.ts';

const NAMES: Readonly<Record<number, string>> = {
  [RECORD_TYPE.headerCopy]: 'the copy of the header',
  [RECORD_TYPE.update]: 'an edit',
  [RECORD_TYPE.snapshot]: 'a snapshot',
  [RECORD_TYPE.image]: 'an image',
};

/** Records of other types may hold text: nobody knows what a later version has. */
const WITHOUT_TEXT: ReadonlySet<number> = new Set([RECORD_TYPE.headerCopy, RECORD_TYPE.image]);

const WHAT = {
  payload: 'its checksum is wrong',
  'too-large': 'it declares more bytes than a record may have',
  'other-document': 'it belongs to another document',
  undecodable: 'its checksum is right and its content cannot be read',
} as const;

const span = (offset: number, length: number): string => `bytes ${offset} to ${offset + length - 1}`;

/** One damage as one sentence, for `debrief verify` and the notice in a window. */
export function describeDamage(damage: Damage): string {
  switch (damage.kind) {
    case 'header':
      return `The header is damaged (${span(damage.offset, damage.length)}).`;
    case 'bytes':
      return `${span(damage.offset, damage.length)} are no record.`.replace(/^b/, 'B');
    case 'record': {
      const name = NAMES[damage.type] ?? `a record of type ${damage.type}`;
      const where = span(damage.offset, damage.length);
      return `Record ${damage.sequence} (${name}, ${where}) is damaged: ${WHAT[damage.what]}.`;
    }
    case 'missing':
      return damage.from === damage.to
        ? `Record ${damage.from} is missing.`
        : `Records ${damage.from} to ${damage.to} are missing.`;
  }
}

/**
 * Whether the text is whole all the same: a snapshot that came later holds every edit that is damaged or missing
 * (FF-19), and an image holds no text. It says nothing of images.
 */
export function isTextWhole({ records }: Pick<RecordScan, 'records'>, damage: readonly Damage[]): boolean {
  const snapshots = records.filter(({ type }) => type === RECORD_TYPE.snapshot);
  const last = Math.max(-1, ...snapshots.map(({ sequence }) => sequence));
  return damage.every((d) => {
    if (d.kind === 'missing') return d.to < last;
    if (d.kind === 'record') return d.sequence < last || WITHOUT_TEXT.has(d.type);
    return true;
  });
}
