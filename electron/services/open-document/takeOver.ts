import { HostError } from '../../../shared/contract/errors.ts';
import type { Holder } from '../../storage/claimSocket.ts';
import type { RecordContent } from '../../storage/format/record.ts';
import { HeldFile } from '../../storage/heldFile.ts';
import type { FileInUse } from '../../storage/readForUse.ts';
import type { WriterClaim } from '../../storage/writerClaim.ts';
import { writeTrouble } from '../../storage/writeTrouble.ts';
import type { CopyBeside } from './copyBeside.ts';
import { ChangedMeanwhile } from './diskSide.ts';
import { claimGone, type Entered, enterFile, inUseBy, vetOf } from './enterFile.ts';
import type { Following } from './following.ts';
import type { HostReplica } from './hostReplica.ts';
import { inItsPlace } from './inItsPlace.ts';
import { cutShort, damagedBeginning, newerWriter } from './mayWrite.ts';
import type { OpenRequest } from './openDocumentTypes.ts';
import type { MergeListener } from './outsideChange.ts';
import { otherDocument, UnknownToSchema } from './refusals.ts';
import type { Surroundings } from './surroundings.ts';
import type { WritingSide } from './writingSide.ts';

/** Why a file may not be written after all, and who writes it, when that is why. */
export interface Refusal {
  readonly reason: HostError;
  readonly heldBy: Holder | null;
}

/**
 * What came of an attempt: the file is this document's to write, or to be repaired first, and `lacking` is what it
 * does not hold of the document; or it is refused. `over`: the document does not read along any more.
 */
export type TakenOver =
  | { readonly kind: 'writes'; readonly side: WritingSide; readonly lacking: readonly RecordContent[] }
  | {
      readonly kind: 'awaits repair';
      readonly side: WritingSide;
      readonly lacking: readonly RecordContent[];
      readonly reason: HostError;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'over' };

export interface TakeOverParts {
  readonly request: OpenRequest;
  readonly surroundings: Surroundings;
  readonly replica: HostReplica;
  readonly following: Following;
  readonly beside: CopyBeside;
  readonly listener: MergeListener;
  readonly sideOf: (held: HeldFile, claim: WriterClaim) => WritingSide;
  /** Whether the document still reads along in this file. */
  readonly isFollowing: () => boolean;
}

const OVER: TakenOver = { kind: 'over' };

/** How a document that reads along in a file becomes the one that writes it. One attempt at a time. */
export class TakeOver {
  readonly #parts: TakeOverParts;
  /** Identity and size of what was in place of the file at the last attempt. */
  #inItsPlace = '';
  #isInNoFile = false;
  /** Why the document went into a copy beside the file at the last attempt that saw what is there; null where it did not. */
  #inCopyFor: HostError | null = null;

  constructor(parts: TakeOverParts) {
    this.#parts = parts;
  }

  /**
   * Whether the last attempt found something else in place of the file, and the document is in no copy either. A copy
   * is looked at for that, and written again where it lacks something; `known` is as in {@link attempt}.
   */
  async isInNoFile(known: Uint8Array): Promise<boolean> {
    if (this.#inCopyFor !== null) await this.#explained(this.#inCopyFor, known);
    return this.#isInNoFile;
  }

  /**
   * Throws HostError when there is no file that could be read, and it is to be left so or cannot be written. `known`
   * is what the document holds by other ways than its file: the copy has it, when that file cannot take it any more,
   * and so has a file that is to be repaired, once it is.
   */
  async attempt(whenGone: 'write' | 'leave', known: Uint8Array | null): Promise<TakenOver> {
    const { request, surroundings, replica, following } = this.#parts;
    let entered: Entered;
    try {
      const { realPath } = following.held.file;
      entered = await enterFile(request, surroundings.claim, vetOf(request), realPath);
    } catch (error) {
      const isGone = error instanceof HostError && error.code === 'not-found';
      if (!isGone) throw await this.#notEntered(error, known);
      this.#foundInFile(false);
      if (whenGone === 'leave' || replica.isEmpty) throw error;
      return this.#writeGone(known);
    }
    return this.#take(entered, known);
  }

  async #take(entered: Entered, known: Uint8Array | null): Promise<TakenOver> {
    const { following, isFollowing } = this.#parts;
    const { inUse, claim } = entered;
    const { documentId } = following.held.file.header;
    const refusal = refusalOf(entered, documentId);
    this.#foundInFile(inUse.contents.header.documentId === documentId);
    if (claim === null || refusal !== null) {
      await letGo(entered);
      if (!isFollowing() || refusal === null) return OVER;
      return claim === null ? { kind: 'refused', refusal } : this.#refused(refusal.reason, known);
    }
    await following.takeRest();
    if (!isFollowing()) {
      await letGo(entered);
      return OVER;
    }
    try {
      return this.#taken(inUse, claim, known);
    } catch (error) {
      await letGo(entered);
      if (error instanceof UnknownToSchema) return this.#refused(error, known);
      throw error;
    }
  }

  #taken(inUse: FileInUse, claim: WriterClaim, known: Uint8Array | null): TakenOver {
    const { replica, listener, sideOf } = this.#parts;
    const update = replica.takeFile(inUse.replayed);
    if (update !== null) listener.merged(update);
    const wasEmpty = replica.isEmpty;
    const awaitsRepair = damagedBeginning(inUse) !== null || (wasEmpty && cutShort(inUse, false) !== null);
    // Nothing more is taken until someone asks for the repair, which then writes it.
    if (awaitsRepair && known !== null) replica.takeState(known);
    const cut = wasEmpty ? cutShort(inUse, !replica.isEmpty) : null;
    const reason = cut ?? damagedBeginning(inUse);
    replica.noteRemoved(inUse.replayed, known);
    const lacking = replica.lackingIn(inUse.replayed);
    replica.isAhead = false;
    const side = sideOf(new HeldFile(inUse, 0, false), claim);
    return reason === null
      ? { kind: 'writes', side, lacking }
      : { kind: 'awaits repair', side, lacking, reason };
  }

  /** The file that is there now may not be written: what the document holds goes into a copy. */
  async #refused(reason: HostError, known: Uint8Array | null): Promise<TakenOver> {
    return { kind: 'refused', refusal: { reason: await this.#explained(reason, known), heldBy: null } };
  }

  /** To be told by each attempt that sees what is at the path whether that is the file: a copy counted for the last one. */
  #foundInFile(isInFile: boolean): void {
    this.#isInNoFile = !isInFile;
    this.#inCopyFor = null;
  }

  /** What to say of a file that could not be entered. What was put in its place is looked at twice: it may be half written. */
  async #notEntered(error: unknown, known: Uint8Array | null): Promise<unknown> {
    const reason = inItsPlace(error);
    if (reason === null) return error;
    this.#foundInFile(false);
    return (await this.#hasSettled()) ? this.#explained(reason, known) : error;
  }

  async #explained(reason: HostError, known: Uint8Array | null): Promise<HostError> {
    const { replica, following, beside } = this.#parts;
    this.#isInNoFile = true;
    await following.takeRest();
    // What its file lacks of it is written there when it can be had again.
    if (known !== null) replica.takeState(known);
    const { error, isKept } = await beside.explain(reason, following.held.file);
    this.#isInNoFile = !isKept;
    this.#inCopyFor = isKept ? reason : null;
    return error;
  }

  /** Whether what is in place of the file looks as it did the last time. */
  async #hasSettled(): Promise<boolean> {
    const { request, following } = this.#parts;
    const { file } = following.held;
    const { identity, size } = await request.fs.stat(await file.place());
    const now = file.identityLasts ? `${identity} ${size}` : `${size}`;
    const hasSettled = this.#inItsPlace === now;
    this.#inItsPlace = now;
    return hasSettled;
  }

  /** Writes a file that is gone again, with its folder, and holds it. A file that appears meanwhile is taken over. */
  async #writeGone(known: Uint8Array | null): Promise<TakenOver> {
    const { request, surroundings, replica, following, sideOf, isFollowing } = this.#parts;
    const { held } = following;
    const outcome = await claimGone(request, surroundings.claim, held.file);
    if (outcome.kind === 'held') {
      return { kind: 'refused', refusal: { reason: inUseBy(outcome.holder), heldBy: outcome.holder } };
    }
    await following.takeRest();
    if (!isFollowing()) {
      await outcome.claim.release();
      return OVER;
    }
    if (known !== null) replica.noteMentions(known);
    const side = sideOf(held, outcome.claim);
    try {
      await side.disk.makeFolder();
      await side.disk.writeAnew(null);
    } catch (error) {
      await outcome.claim.release();
      if (error instanceof ChangedMeanwhile) return this.attempt('leave', known);
      throw writeTrouble(error);
    }
    return { kind: 'writes', side, lacking: [] };
  }
}

function refusalOf(entered: Entered, documentId: string): Refusal | null {
  if (entered.claim === null) return entered;
  const isOther = entered.inUse.contents.header.documentId !== documentId;
  const reason = isOther
    ? otherDocument('Put this file back, then press Retry.')
    : newerWriter(entered.inUse);
  return reason === null ? null : { reason, heldBy: null };
}

async function letGo({ inUse, claim }: Entered): Promise<void> {
  await inUse.file.close();
  await claim?.release();
}
