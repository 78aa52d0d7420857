import type * as Y from 'yjs';
import type { FileSystem } from './fileSystem.ts';
import { RECORD_TYPE } from './format/record.ts';
import { readForUse } from './readForUse.ts';

export interface FileInfo {
  readonly documentId: string;
  readonly formatVersion: number;
  readonly bytes: number;
  readonly records: number;
  readonly updates: number;
  readonly snapshots: number;
  /** Distinct images. */
  readonly images: number;
  /** Bytes of the distinct images. */
  readonly imageBytes: number;
  /** Records of types that this version does not know. */
  readonly unknownRecords: number;
  /** The document, to be read and not to be written back. */
  readonly doc: Y.Doc;
}

/** What a file consists of, and its document. Changes nothing. Throws HostError and what the disk threw. */
export async function fileInfo(fs: FileSystem, path: string): Promise<FileInfo> {
  const { file, contents, replayed } = await readForUse(fs, path, 'read');
  await file.close();
  const { header, bytes, scan } = contents;
  const count = (type: number) => scan.records.filter((record) => record.type === type).length;
  return {
    documentId: header.documentId,
    formatVersion: header.formatVersion,
    bytes: bytes.length,
    records: scan.records.length,
    updates: count(RECORD_TYPE.update),
    snapshots: count(RECORD_TYPE.snapshot),
    images: replayed.images.size,
    imageBytes: [...replayed.images.values()].reduce((sum, image) => sum + image.bytes.length, 0),
    unknownRecords: replayed.unknown.length,
    doc: replayed.doc,
  };
}
