import { describeDamage, isTextWhole } from './describeDamage.ts';
import type { FileSystem } from './fileSystem.ts';
import { RECORD_TYPE } from './format/record.ts';
import type { Damage } from './format/scanRecords.ts';
import { Ledger, shortfall } from './ledger.ts';
import { readForUse } from './readForUse.ts';
import { recoveredText } from './recoveredText.ts';

export interface VerifiedRecord {
  readonly sequence: number;
  readonly type: 'header copy' | 'update' | 'snapshot' | 'image' | 'unknown';
  /** Bytes from the beginning of the file. */
  readonly offset: number;
  /** Bytes, with the record's header. */
  readonly length: number;
}

export interface Verification {
  readonly documentId: string;
  readonly formatVersion: number;
  readonly bytes: number;
  /** Every record that is sound, in the order of the file. */
  readonly records: readonly VerifiedRecord[];
  readonly damage: readonly Damage[];
  /** One sentence for everything that is wrong, the damage included; empty when nothing is. */
  readonly problems: readonly string[];
  /** Whether the text is complete in spite of the damage, as far as the file itself can show. */
  readonly isTextWhole: boolean;
  /** Runs of text that the file holds and the document cannot show, because something before them is missing. */
  readonly recoveredText: readonly string[];
}

export interface VerifyRequest {
  readonly fs: FileSystem;
  readonly path: string;
  /** With it, the ledger of this device is asked how long the file was. */
  readonly dataFolder?: string;
}

const TYPES: Readonly<Record<number, VerifiedRecord['type']>> = {
  [RECORD_TYPE.headerCopy]: 'header copy',
  [RECORD_TYPE.update]: 'update',
  [RECORD_TYPE.snapshot]: 'snapshot',
  [RECORD_TYPE.image]: 'image',
};

/**
 * Checks every record of a file and changes nothing. Throws HostError when the file cannot be read at all, and
 * what the disk threw.
 */
export async function verifyFile({ fs, path, dataFolder }: VerifyRequest): Promise<Verification> {
  const { file, contents, replayed, damage } = await readForUse(fs, path, 'read');
  await file.close();
  const { header, scan, bytes } = contents;
  const hidden = recoveredText(replayed.doc);
  const problems = damage.map(describeDamage);
  if (scan.tail !== null) {
    problems.push(
      `The last ${scan.tail.length} bytes (from byte ${scan.tail.offset} on) are no whole record.`,
    );
  }
  if (replayed.doc.store.pendingStructs !== null) {
    problems.push(
      'Edits depend on others that are missing: what they hold can be shown as recovered text only.',
    );
  }
  if (dataFolder !== undefined) {
    const missing = shortfall(await new Ledger(fs, dataFolder, file.realPath).read(), contents);
    if (missing !== null) problems.push(missing);
  }
  return {
    documentId: header.documentId,
    formatVersion: header.formatVersion,
    bytes: bytes.length,
    records: scan.records.map(({ sequence, type, offset, end }) => ({
      sequence,
      type: TYPES[type] ?? 'unknown',
      offset,
      length: end - offset,
    })),
    damage,
    problems,
    isTextWhole: isTextWhole(scan, damage) && replayed.doc.store.pendingStructs === null,
    recoveredText: hidden,
  };
}
