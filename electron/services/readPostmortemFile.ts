import type * as Y from 'yjs';
import type { FileSystem, OpenFile } from '../storage/fileSystem.ts';
import type { RecordContent } from '../storage/format/record.ts';
import type { Damage, ScannedRecord } from '../storage/format/scanRecords.ts';
import type { Permissions } from '../storage/permissions.ts';
import { readContents } from '../storage/readFile.ts';
import { readTrouble } from '../storage/readTrouble.ts';
import { recoveredText } from '../storage/recoveredText.ts';
import { replay } from '../storage/replay.ts';
import type { Vet } from '../storage/vet.ts';
import type { StoredImage } from './open-document/index.ts';

/** A `.debrief` file as it lies on the disk, read whole and not held. */
export interface PostmortemFile {
  readonly documentId: string;
  readonly formatVersion: number;
  /** Of this writing of the file: it changes whenever the file is written anew. */
  readonly generation: string;
  readonly doc: Y.Doc;
  /** By SHA-256, 64 hex digits. */
  readonly images: ReadonlyMap<string, StoredImage>;
  readonly records: readonly ScannedRecord[];
  /** Records of types that this version does not know (FF-10). */
  readonly unknown: readonly RecordContent[];
  /** The highest sequence number in it. */
  readonly lastSequence: number;
  readonly damage: readonly Damage[];
  /** Bytes behind the last whole record, which an interrupted write may have left; 0 when there are none. */
  readonly tornBytes: number;
  /** Text that the file still holds but the document cannot show. */
  readonly recoveredText: readonly string[];
  /** Of the whole file. */
  readonly bytes: number;
  readonly permissions: Permissions;
}

/**
 * Reads a `.debrief` file without opening it for writing; another process may have it open.
 *
 * @param vet sees its records before any is given to Yjs
 * @throws HostError when there is no such file or nothing of it can be read
 */
export async function readPostmortemFile(fs: FileSystem, path: string, vet: Vet): Promise<PostmortemFile> {
  const handle = await openToRead(fs, path);
  try {
    const { header, stat, bytes, scan } = await readContents(handle, async (file) =>
      vet({ ...file, realPath: await fs.realPath(path) }),
    );
    const replayed = replay(scan.records);
    return {
      documentId: header.documentId,
      formatVersion: header.formatVersion,
      generation: header.generation,
      doc: replayed.doc,
      images: replayed.images,
      records: scan.records,
      unknown: replayed.unknown,
      lastSequence: scan.lastSequence,
      damage: [...scan.damage, ...replayed.damage],
      tornBytes: scan.tail?.length ?? 0,
      recoveredText: recoveredText(replayed.doc),
      bytes: bytes.length,
      permissions: { mode: stat.mode, group: stat.group },
    };
  } catch (error) {
    throw readTrouble(error, path);
  } finally {
    await handle.close();
  }
}

async function openToRead(fs: FileSystem, path: string): Promise<OpenFile> {
  try {
    return await fs.open(path, 'read');
  } catch (error) {
    throw readTrouble(error, path);
  }
}
