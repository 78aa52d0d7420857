import { basename } from 'node:path';
import type * as Y from 'yjs';
import { HeldFile } from '../../storage/heldFile.ts';
import { KeptAside } from '../../storage/keptAside.ts';
import { Ledger, type LedgerEntry, ofThisWriting } from '../../storage/ledger.ts';
import { type FileInUse, readForUse } from '../../storage/readForUse.ts';
import { readTrouble } from '../../storage/readTrouble.ts';
import { recoveredText } from '../../storage/recoveredText.ts';
import { removeLeftovers } from '../../storage/rewriteFile.ts';
import type { Vet } from '../../storage/vet.ts';
import { type Entered, enterFile, vetOf } from './enterFile.ts';
import { HostDocument } from './hostDocument.ts';
import { HostReplica } from './hostReplica.ts';
import { takeKeptEdits } from './keptEdits.ts';
import { cutShort, damagedBeginning, newerWriter } from './mayWrite.ts';
import type { OpenRequest, OwnDocument } from './openDocumentTypes.ts';
import { openingNotices } from './openingNotices.ts';
import { machineSurroundings, type Surroundings } from './surroundings.ts';

/** Reads a `.debrief` file into a Y.Doc without opening it for writing. Throws HostError. */
export async function readDocument({
  fs,
  path,
  vet,
}: Pick<OpenRequest, 'fs' | 'path'> & { readonly vet?: Vet }): Promise<Y.Doc> {
  try {
    const { file, replayed } = await readForUse(fs, path, 'read', vet);
    await file.close();
    return replayed.doc;
  } catch (error) {
    throw readTrouble(error, basename(path));
  }
}

/**
 * Opens the `.debrief` file at `path`. Where it may not be written (the schema gate, a newer format, a damaged
 * beginning, another process, permissions), it opens read-only and says why. Throws HostError when it cannot be
 * read at all; the file is then untouched.
 */
export function openDocument(request: OpenRequest): Promise<OwnDocument> {
  return open(request, vetOf(request));
}

/** The same for a file that this process has just made. */
export function openCreated(request: OpenRequest): Promise<OwnDocument> {
  return open(request, undefined);
}

async function open(request: OpenRequest, vet: Vet | undefined): Promise<OwnDocument> {
  const { surroundings = machineSurroundings } = request;
  const entered = await enterFile(request, surroundings.claim, vet);
  try {
    return await documentOf(request, surroundings, entered);
  } catch (error) {
    await entered.inUse.file.close();
    await entered.claim?.release();
    throw error;
  }
}

async function documentOf(
  request: OpenRequest,
  surroundings: Surroundings,
  entered: Entered,
): Promise<OwnDocument> {
  const { fs, dataFolder, gate } = request;
  const { inUse, claim } = entered;
  const replica = new HostReplica(inUse.replayed, gate);
  const ledger = new Ledger(fs, dataFolder, inUse.file.realPath);
  const entry = await entryFor(ledger, inUse);
  const held = new HeldFile(inUse, entry?.length ?? 0, false);
  const unwritable = replica.judge() ?? newerWriter(inUse);
  const reasonToRepair = () => cutShort(inUse, !replica.isEmpty) ?? damagedBeginning(inUse);
  const awaitsRepair = unwritable === null && claim !== null && reasonToRepair() !== null;
  if (awaitsRepair && replica.isEmpty) await takeKeptEdits(fs, keptAsideOf(request, inUse), replica);
  const toRepair = reasonToRepair();
  const readOnly = unwritable ?? toRepair ?? (claim === null ? entered.reason : null);
  const document = new HostDocument(request, surroundings, replica, inUse, {
    readOnly,
    heldBy: entered.claim === null ? entered.heldBy : null,
    recoveredText: recoveredText(replica.doc),
    notices: openingNotices(inUse, held, entry, readOnly === null),
  });
  if (unwritable !== null) {
    await inUse.file.close();
    await claim?.release();
  } else if (claim === null) document.standing.follow(held);
  else if (toRepair !== null) document.standing.awaitRepair(held, claim, ledger);
  else {
    await removeOldLeftovers(request, inUse);
    await document.standing.write(held, claim, ledger);
    await document.takeBack();
  }
  return document;
}

/** What is kept of a file of which nothing can be read is all that a repair could write: it is taken before. */
const keptAsideOf = ({ fs, dataFolder }: OpenRequest, { contents, file }: FileInUse): KeptAside =>
  new KeptAside(fs, dataFolder, contents.header.documentId, file.realPath);

/** The ledger's entry of this generation of the file. An unreadable ledger claims nothing. */
async function entryFor(ledger: Ledger, { contents }: FileInUse): Promise<LedgerEntry | null> {
  try {
    return ofThisWriting(await ledger.read(), contents.header);
  } catch {
    return null;
  }
}

/** What an interrupted compaction left only takes up room: when it cannot be removed, the next opening tries. */
async function removeOldLeftovers({ fs }: OpenRequest, { file }: FileInUse): Promise<void> {
  try {
    await removeLeftovers(fs, file.realPath);
  } catch {
    return;
  }
}
