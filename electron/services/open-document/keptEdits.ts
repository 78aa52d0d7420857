import { HostError } from '../../../shared/contract/errors.ts';
import type { Notice } from '../../../shared/contract/notice.ts';
import { errorCode, type FileSystem } from '../../storage/fileSystem.ts';
import { MAX_FILE_BYTES } from '../../storage/format/limits.ts';
import { RECORD_TYPE, type RecordContent } from '../../storage/format/record.ts';
import type { KeptAside, KeptFile } from '../../storage/keptAside.ts';
import { readForUse } from '../../storage/readForUse.ts';
import { readTrouble } from '../../storage/readTrouble.ts';
import type { HostReplica } from './hostReplica.ts';
import { UnknownToSchema } from './refusals.ts';

/** What earlier closings had to keep aside, and the replica has now. */
export interface KeptEdits {
  /** What the file lacks of it. */
  readonly records: readonly RecordContent[];
  /** The kept files that may go once the records are safe in the file. */
  readonly settled: readonly string[];
  readonly notices: readonly Notice[];
}

/**
 * Takes into the replica what could not be saved when the document was closed, and what an older version of the
 * schema had to refuse. What cannot be taken stays where it is, and is named.
 */
export async function takeKeptEdits(
  fs: FileSystem,
  keptAside: KeptAside,
  replica: HostReplica,
): Promise<KeptEdits> {
  const records: RecordContent[] = [];
  const settled: string[] = [];
  const notices: Notice[] = [];
  for (const kept of await editsKept(keptAside)) {
    try {
      const { records: taken, isWhole } = await take(fs, kept, replica);
      records.push(...taken);
      // Another copy of the document, to which it belongs, may not have been opened yet; and what cannot be read of
      // it may be had by other means.
      if (kept.isOfThisFile && isWhole) settled.push(kept.path);
      if (taken.length > 0) notices.push(MERGED);
    } catch (error) {
      const code = errorCode(error);
      if (replica.isBroken || (code === '' && !(error instanceof HostError))) {
        replica.isAhead = true;
        throw error;
      }
      // What this version does not know was said to be so when it was refused; the next version may know it. One
      // that is gone was removed meanwhile, with another copy.
      if (error instanceof UnknownToSchema || code === 'ENOENT') continue;
      notices.push(untaken(kept.path, readTrouble(error, 'it')));
    }
  }
  return { records, settled, notices: [...new Set(notices)] };
}

/** A data folder that cannot be read now is looked at again at the next opening. */
async function editsKept(keptAside: KeptAside): Promise<KeptFile[]> {
  try {
    return (await keptAside.list()).filter(({ reason }) => reason === 'unsaved' || reason === 'refused');
  } catch {
    return [];
  }
}

interface TakenFile {
  /** Of what was not here already. */
  readonly records: RecordContent[];
  /** Whether every byte of it was understood. */
  readonly isWhole: boolean;
}

async function take(fs: FileSystem, kept: KeptFile, replica: HostReplica): Promise<TakenFile> {
  if (kept.reason === 'unsaved') {
    const { file, contents, replayed, damage } = await readForUse(fs, kept.path, 'read');
    await file.close();
    const isWhole = damage.length === 0 && contents.scan.tail === null;
    return { records: replica.takeCopy(replayed), isWhole };
  }
  const file = await fs.open(kept.path, 'read');
  try {
    const payload = await file.readAt(0, Math.min(MAX_FILE_BYTES, (await file.stat()).size));
    const records = replica.take(payload) ? [{ type: RECORD_TYPE.update, payload }] : [];
    return { records, isWhole: true };
  } finally {
    await file.close();
  }
}

const MERGED: Notice = {
  kind: 'merged-kept-edits',
  sentence: 'Edits that could not be saved when this postmortem was last closed are in it again.',
};

const untaken = (path: string, { sentence }: HostError): Notice => ({
  kind: 'merged-kept-edits',
  sentence: `Edits that could not be saved earlier are kept in ${path}, and could not be merged. ${sentence}`,
});
