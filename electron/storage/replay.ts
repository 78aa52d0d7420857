import * as Y from 'yjs';
import type { RecordContent } from './format/record.ts';
import type { Damage, ScannedRecord } from './format/scanRecords.ts';
import { type Image, readRecords, undecodable } from './readRecords.ts';

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

/** The document of all updates, or the first that Yjs does not take. One transaction: 80 times as fast. */
function applyAll(updates: readonly ScannedRecord[]): Y.Doc | ScannedRecord {
  const doc = new Y.Doc();
  let refused: ScannedRecord | null = null;
  doc.transact(() => {
    for (const record of updates) {
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

/** Replays records into one Y.Doc. Never throws: what does not decode becomes damage. */
export function replay(records: readonly ScannedRecord[]): Replayed {
  const { updates, images, unknown, damage } = readRecords(records);
  const refused = new Set<ScannedRecord>();
  for (;;) {
    const doc = applyAll(updates.filter((update) => !refused.has(update)));
    if (doc instanceof Y.Doc)
      return { doc, images, unknown, damage: [...damage, ...[...refused].map(undecodable)] };
    refused.add(doc);
  }
}
