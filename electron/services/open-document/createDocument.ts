import { malformedUpdate as whyMalformed } from '../../../shared/sync/boundedUpdate.ts';
import { createFile, newHeader } from '../../storage/createFile.ts';
import { isDocumentId } from '../../storage/format/header.ts';
import { RECORD_TYPE } from '../../storage/format/record.ts';
import { imageRecords } from '../../storage/imageRecords.ts';
import { writeTrouble } from '../../storage/writeTrouble.ts';
import { openCreated } from './openDocument.ts';
import type { CreateRequest, OpenDocument } from './openDocumentTypes.ts';
import { badId, malformedUpdate } from './refusals.ts';

/** Makes a new `.debrief` file and opens it; it is safe on disk when this resolves. Throws HostError, NameTaken among them. */
export async function createDocument(request: CreateRequest): Promise<OpenDocument> {
  const { fs, path, documentId, initial, images = [], permissions } = request;
  if (!isDocumentId(documentId)) throw badId();
  const problem = whyMalformed(initial);
  if (problem !== null) throw malformedUpdate(problem);
  try {
    const records = [{ type: RECORD_TYPE.snapshot, payload: initial }, ...imageRecords(images)];
    await createFile(fs, path, newHeader(documentId, 0), records, permissions);
  } catch (error) {
    throw writeTrouble(error);
  }
  return openCreated(request);
}
