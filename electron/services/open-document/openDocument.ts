import * as Y from 'yjs';
import { HostError } from '../../../shared/contract/errors.ts';
import { adoptFile } from '../../storage/adoptFile.ts';
import { diskTrouble } from '../../storage/diskTrouble.ts';
import type { FileSystem, OpenFile } from '../../storage/fileSystem.ts';
import { readContents } from '../../storage/readFile.ts';
import { recoveredText } from '../../storage/recoveredText.ts';
import { replay } from '../../storage/replay.ts';
import { HostDocument } from './hostDocument.ts';
import { HostReplica, UnknownToSchema } from './hostReplica.ts';
import type { OpenDocument, OpenRequest, Reason } from './openDocumentTypes.ts';

async function openOrThrow(fs: FileSystem, path: string, how: 'append' | 'read'): Promise<OpenFile> {
  try {
    return await fs.open(path, how);
  } catch (error) {
    const { code, sentence, next } = diskTrouble(error);
    throw new HostError(
      code === 'file-gone'
        ? { code: 'not-found', sentence: 'There is no file here.', next: 'Choose another file.' }
        : { code, sentence, next },
      { cause: error },
    );
  }
}

/** Reads a `.debrief` file into a Y.Doc without opening it for writing. Throws HostError. */
export async function readDocument({ fs, path }: Pick<OpenRequest, 'fs' | 'path'>): Promise<Y.Doc> {
  const handle = await openOrThrow(fs, path, 'read');
  try {
    return replay((await readContents(handle)).scan.records).doc;
  } finally {
    await handle.close();
  }
}

/** Opens the `.debrief` file at `path`. Throws HostError when it cannot be read; the file is then untouched. */
export async function openDocument(request: OpenRequest): Promise<OpenDocument> {
  const { fs, path, gate } = request;
  const handle = await openOrThrow(fs, path, 'append');
  try {
    const contents = await readContents(handle);
    const replayed = replay(contents.scan.records);
    const answer = gate(Y.encodeStateAsUpdate(replayed.doc));
    const readOnly: Reason | null =
      answer.kind === 'unknown' ? new UnknownToSchema(answer.what).value() : null;
    const file = readOnly === null ? await adoptFile(fs, path, handle, contents) : null;
    const opening = { readOnly, recoveredText: recoveredText(replayed.doc), notices: [] };
    return new HostDocument(path, contents.header.documentId, new HostReplica(replayed, gate), file, opening);
  } catch (error) {
    await handle.close();
    throw error;
  }
}
