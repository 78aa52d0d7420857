import { HostError } from '../../../shared/contract/errors.ts';
import { encodeFile, newHeader } from '../../storage/createFile.ts';
import type { RecordContent } from '../../storage/format/record.ts';
import type { KeptAside } from '../../storage/keptAside.ts';
import type { Reason } from './openDocumentTypes.ts';

/**
 * Puts a document that could not be saved until the end into the data folder, as a whole file of its own. Returns
 * the error that says where it is, or that it is nowhere.
 */
export async function keepUnsaved(
  keptAside: KeptAside,
  documentId: string,
  records: readonly RecordContent[],
  { sentence }: Reason,
): Promise<HostError> {
  try {
    const path = await keptAside.keep('unsaved', encodeFile(newHeader(documentId, 0), records));
    return new HostError({
      code: 'internal',
      sentence: `Not saved: ${sentence} The whole document is kept in ${path}.`,
      next: 'It is merged when the postmortem is opened again. If that is gone, open the kept file.',
    });
  } catch (cause) {
    return new HostError(
      {
        code: 'internal',
        sentence: `Not saved: ${sentence} No copy could be kept either.`,
        next: 'Leave the window open, or open the postmortem again: the window keeps what was typed.',
      },
      { cause },
    );
  }
}
