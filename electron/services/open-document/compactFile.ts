import { HostError } from '../../../shared/contract/errors.ts';
import { openDocument } from './openDocument.ts';
import type { OpenRequest } from './openDocumentTypes.ts';

export interface Compacted {
  /** Bytes. */
  readonly before: number;
  readonly after: number;
}

/**
 * Writes a file anew without its history; of a damaged file the damaged one is kept aside. Throws HostError when
 * the file cannot be read, or must not be written.
 */
export async function compactFile(request: OpenRequest): Promise<Compacted> {
  const { fs, path } = request;
  const document = await openDocument(request);
  try {
    const before = (await fs.stat(path)).size;
    await document.compact();
    return { before, after: (await fs.stat(path)).size };
  } catch (error) {
    const { readOnly } = document.opening;
    if (error instanceof HostError && readOnly !== null)
      throw new HostError({ ...error.value(), ...readOnly });
    throw error;
  } finally {
    await document.close();
  }
}
