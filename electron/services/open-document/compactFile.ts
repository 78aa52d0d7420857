import { HostError } from '../../../shared/contract/errors.ts';
import type { Holder } from '../../storage/claimSocket.ts';
import { openDocument } from './openDocument.ts';
import type { OpenRequest } from './openDocumentTypes.ts';

export interface Compacted {
  /** Bytes. */
  readonly before: number;
  readonly after: number;
  /** Where a damaged file is kept as it was, or null. */
  readonly keptAside: string | null;
}

/**
 * Writes a file anew without its history; of a damaged file the damaged one is kept aside. Throws HostError when
 * the file cannot be read, or must not be written.
 */
export async function compactFile(request: OpenRequest): Promise<Compacted> {
  const { fs, path } = request;
  const document = await openDocument(request);
  try {
    const { heldBy } = document.opening;
    if (heldBy !== null) throw inUse(heldBy);
    const before = (await fs.stat(path)).size;
    const keptAside = await document.compact();
    return { before, after: (await fs.stat(path)).size, keptAside };
  } finally {
    await document.close();
  }
}

const inUse = ({ label }: Holder): HostError =>
  new HostError({
    code: 'in-use',
    sentence: `The file is open in ${label}, which writes it.`,
    next: 'Close it there, then try again.',
  });
