import { createHash } from 'node:crypto';
import { malformedUpdate } from '../../shared/sync/boundedUpdate.ts';
import { readImagePayload } from './format/imagePayload.ts';
import { RECORD_TYPE, type RecordContent } from './format/record.ts';
import type { Damage, ScannedRecord } from './format/scanRecords.ts';

export interface Image {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** Records sorted by what they hold, each judged by itself. */
export interface SortedRecords {
  /** Sound updates and snapshots, in the order of the file. */
  readonly updates: readonly ScannedRecord[];
  /** By SHA-256, 64 hex digits. */
  readonly images: ReadonlyMap<string, Image>;
  /** Records of types that this version does not know, kept for the next writing (FF-10). */
  readonly unknown: readonly RecordContent[];
  /** Records whose checksum is right and whose content is not. */
  readonly damage: readonly Damage[];
}

const KNOWN: ReadonlySet<number> = new Set(Object.values(RECORD_TYPE));

export const undecodable = ({ offset, end, sequence, type }: ScannedRecord): Damage => ({
  kind: 'record',
  offset,
  length: end - offset,
  sequence,
  type,
  what: 'undecodable',
});

const isUpdate = ({ type }: RecordContent): boolean =>
  type === RECORD_TYPE.update || type === RECORD_TYPE.snapshot;

/** Never throws: what does not decode becomes damage. */
export function readRecords(records: readonly ScannedRecord[]): SortedRecords {
  const updates: ScannedRecord[] = [];
  const images = new Map<string, Image>();
  const unknown: RecordContent[] = [];
  const damage: Damage[] = [];
  for (const record of records) {
    const { type, payload } = record;
    if (isUpdate(record)) {
      if (malformedUpdate(payload) === null) updates.push(record);
      else damage.push(undecodable(record));
    } else if (type === RECORD_TYPE.image) {
      const image = soundImage(payload);
      if (image === null) damage.push(undecodable(record));
      else images.set(...image);
    } else if (!KNOWN.has(type)) unknown.push({ type, payload: payload.slice() });
  }
  return { updates, images, unknown, damage };
}

/** An image by its hash, copied, so that the bytes of the whole file need not stay; null when it is damaged. */
function soundImage(payload: Uint8Array): [string, Image] | null {
  const image = readImagePayload(payload);
  if (image === null || createHash('sha256').update(image.bytes).digest('hex') !== image.hash) return null;
  return [image.hash, { bytes: image.bytes.slice(), mediaType: image.mediaType }];
}
