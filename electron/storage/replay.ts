import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { malformedUpdate } from '../../shared/sync/boundedUpdate.ts';
import { readImagePayload } from './format/imagePayload.ts';
import { RECORD_TYPE, type RecordContent } from './format/record.ts';
import type { Damage, ScannedRecord } from './format/scanRecords.ts';

export interface Image {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** What the records of a file add up to. */
export interface Replayed {
  readonly doc: Y.Doc;
  /** By SHA-256, 64 hex digits. */
  readonly images: ReadonlyMap<string, Image>;
  /** Records of types that this version does not know, kept for the next writing (FF-10). */
  readonly unknown: readonly RecordContent[];
  /** Records whose checksum is right and whose content is not. */
  readonly damage: readonly Damage[];
}

const isKnown = (type: number): boolean => Object.values<number>(RECORD_TYPE).includes(type);
const isUpdate = (type: number): boolean => type === RECORD_TYPE.update || type === RECORD_TYPE.snapshot;

/** The records whose updates Yjs refuses, or null with the document when it took all but `without`. */
function applyAll(
  records: readonly ScannedRecord[],
  without: ReadonlySet<ScannedRecord>,
): Y.Doc | ScannedRecord {
  const doc = new Y.Doc();
  let refused: ScannedRecord | null = null;
  doc.transact(() => {
    for (const record of records) {
      if (without.has(record)) continue;
      try {
        Y.applyUpdate(doc, record.payload);
      } catch {
        refused = record;
        return;
      }
    }
  });
  return refused ?? doc;
}

/** Replays records into one Y.Doc, in one transaction. Never throws: what does not decode becomes damage. */
export function replay(records: readonly ScannedRecord[]): Replayed {
  const updates = records.filter((r) => isUpdate(r.type));
  const bad = new Set(updates.filter((r) => malformedUpdate(r.payload) !== null));
  let doc = applyAll(updates, bad);
  while (!(doc instanceof Y.Doc)) {
    bad.add(doc);
    doc = applyAll(updates, bad);
  }
  const images = new Map<string, Image>();
  for (const record of records) {
    if (record.type !== RECORD_TYPE.image) continue;
    const image = readImagePayload(record.payload);
    if (image === null || createHash('sha256').update(image.bytes).digest('hex') !== image.hash)
      bad.add(record);
    else images.set(image.hash, { bytes: image.bytes, mediaType: image.mediaType });
  }
  return {
    doc,
    images,
    unknown: records.filter((r) => !isKnown(r.type)).map(({ type, payload }) => ({ type, payload })),
    damage: [...bad].map((r) => ({
      kind: 'record',
      offset: r.offset,
      length: r.end - r.offset,
      sequence: r.sequence,
      type: r.type,
      what: 'undecodable',
    })),
  };
}
