import { HostError } from '../../../shared/contract/errors.ts';
import type { Holder } from '../../storage/claimSocket.ts';
import type { DebriefFile } from '../../storage/debriefFile.ts';
import { HeldFile } from '../../storage/heldFile.ts';
import type { KeptAside } from '../../storage/keptAside.ts';
import { Ledger } from '../../storage/ledger.ts';
import type { FilePlace } from '../../storage/readForUse.ts';
import type { WriterClaim } from '../../storage/writerClaim.ts';
import { writeTrouble } from '../../storage/writeTrouble.ts';
import type { CopyBeside } from './copyBeside.ts';
import { ChangedMeanwhile } from './diskSide.ts';
import { claimGone, type Entered, enterFile, inUseBy, vetOf } from './enterFile.ts';
import { Following } from './following.ts';
import type { HostReplica } from './hostReplica.ts';
import { inItsPlace } from './inItsPlace.ts';
import { cutShort, damagedBeginning, newerWriter } from './mayWrite.ts';
import type { OpenRequest } from './openDocumentTypes.ts';
import { otherDocument, UnknownToSchema } from './refusals.ts';
import type { SavingListener } from './saving.ts';
import type { Surroundings } from './surroundings.ts';
import { copyBeside, type WritingSide, writingSide } from './writingSide.ts';

/** How an open document stands to its file: it writes it, waits to repair it, reads along, or leaves it alone. */
type Standing =
  | { readonly kind: 'writes' | 'awaits repair' | 'closes'; readonly side: WritingSide }
  | Follows
  | { readonly kind: 'leaves alone' };

interface Follows {
  readonly kind: 'follows';
  readonly following: Following;
  readonly beside: CopyBeside;
}

/** Why a file may not be written after all, and who writes it, when that is why. */
export interface Refusal {
  readonly reason: HostError;
  readonly heldBy: Holder | null;
}

export class FileStanding {
  readonly #request: OpenRequest;
  readonly #surroundings: Surroundings;
  readonly #replica: HostReplica;
  readonly #keptAside: KeptAside;
  readonly #listener: SavingListener;
  #standing: Standing = { kind: 'leaves alone' };
  #endWatch = () => {};
  /** Identity and size of what was in place of the file at the last attempt. */
  #inItsPlace = '';

  constructor(
    request: OpenRequest,
    surroundings: Surroundings,
    replica: HostReplica,
    keptAside: KeptAside,
    listener: SavingListener,
  ) {
    this.#request = request;
    this.#surroundings = surroundings;
    this.#replica = replica;
    this.#keptAside = keptAside;
    this.#listener = listener;
  }

  /** The side that saves, when the file is written or repaired, and until it is saved for the last time. */
  get side(): WritingSide | null {
    return 'side' in this.#standing ? this.#standing.side : null;
  }

  /** The file that is written, repaired or read along; null when it is left alone. */
  get file(): DebriefFile | null {
    const standing = this.#standing;
    return standing.kind === 'follows' ? standing.following.held.file : (this.side?.disk.held.file ?? null);
  }

  get awaitsRepair(): boolean {
    return this.#standing.kind === 'awaits repair';
  }

  /** What may make the file writable after all. */
  get remedy(): 'retry' | 'repair' | null {
    if (this.#standing.kind === 'awaits repair') return 'repair';
    return this.#standing.kind === 'follows' ? 'retry' : null;
  }

  /** Takes the file to write it, and makes it ready. A disk that refuses shows in the save state. */
  async write(held: HeldFile, claim: WriterClaim, ledger: Ledger): Promise<void> {
    const side = this.#sideOf(held, claim, ledger);
    this.#standing = { kind: 'writes', side };
    this.#watch(held.file);
    await side.saving.turn();
  }

  /** Takes the file without touching it until {@link repaired} is told that it was written anew. */
  awaitRepair(held: HeldFile, claim: WriterClaim, ledger: Ledger): void {
    this.#standing = { kind: 'awaits repair', side: this.#sideOf(held, claim, ledger) };
  }

  repaired(): void {
    if (this.#standing.kind !== 'awaits repair') return;
    const { side } = this.#standing;
    this.#standing = { kind: 'writes', side };
    this.#watch(side.disk.held.file);
  }

  /** Only reads along. */
  follow(held: HeldFile): void {
    const following = new Following(this.#request, this.#replica, held, this.#listener);
    const beside = copyBeside(this.#request, this.#replica, held, this.#surroundings);
    this.#standing = { kind: 'follows', following, beside };
    this.#watch(held.file);
  }

  /** Looks at the file now. */
  async look(): Promise<void> {
    if (this.#standing.kind === 'follows') await this.#standing.following.turn();
    if (this.#standing.kind === 'writes') await this.#standing.side.saving.turn();
  }

  /**
   * Tries again at once; one that follows tries to become the writer. Returns why it may not, or null. Throws
   * HostError when there is no file that it could read, and it is to leave that so or cannot write it. `known` is
   * what the document holds by other ways than its file: the copy has it, when that file cannot take it any more.
   */
  async retry(whenGone: 'write' | 'leave', known: Uint8Array | null): Promise<Refusal | null> {
    const standing = this.#standing;
    if (standing.kind === 'follows') return this.#takeOver(standing, whenGone, known);
    if (standing.kind !== 'writes') return null;
    await standing.side.saving.retry();
    return null;
  }

  /** Lets others write the file, and reads along. What waits to be saved is rejected. */
  async letGo(error: HostError): Promise<void> {
    const standing = this.#standing;
    if (standing.kind !== 'writes') return;
    const { saving, disk } = standing.side;
    await saving.stop(error);
    if (this.#standing !== standing) return;
    this.#endWatch();
    await disk.free();
    if (this.#standing === standing) this.follow(disk.held);
  }

  get isClosing(): boolean {
    return this.#standing.kind === 'closes';
  }

  /** Takes no more changes. Returns the side that may have something to save, or null. */
  async leave(): Promise<WritingSide | null> {
    const standing = this.#standing;
    this.#endWatch();
    if (standing.kind === 'follows') await standing.following.close();
    const side = standing.kind === 'writes' ? standing.side : null;
    if (standing.kind === 'awaits repair') await standing.side.disk.release();
    this.#standing = 'side' in standing ? { kind: 'closes', side: standing.side } : { kind: 'leaves alone' };
    return side;
  }

  async #takeOver(
    standing: Follows,
    whenGone: 'write' | 'leave',
    known: Uint8Array | null,
  ): Promise<Refusal | null> {
    const { realPath } = standing.following.held.file;
    let entered: Entered;
    try {
      entered = await enterFile(this.#request, this.#surroundings.claim, vetOf(this.#request), realPath);
    } catch (error) {
      const isGone = error instanceof HostError && error.code === 'not-found';
      if (!isGone) throw await this.#notEntered(standing, error, known);
      if (whenGone === 'leave' || this.#replica.isEmpty) throw error;
      return this.#writeGone(standing, known);
    }
    const { inUse, claim } = entered;
    const refusal = refusalOf(entered, standing.following.held.file.header.documentId);
    if (claim === null || refusal !== null || this.#standing !== standing) {
      await letGo(entered);
      if (this.#standing !== standing) return null;
      return claim === null || refusal === null ? refusal : this.#refused(standing, refusal.reason, known);
    }
    await standing.following.takeRest();
    try {
      const update = this.#replica.takeFile(inUse.replayed);
      if (update !== null) this.#listener.merged(update);
    } catch (error) {
      await letGo(entered);
      if (error instanceof UnknownToSchema) return this.#refused(standing, error, known);
      throw error;
    }
    const lacking = this.#replica.lackingIn(inUse.replayed);
    this.#replica.isAhead = false;
    const held = new HeldFile(inUse, 0, false);
    const { fs, dataFolder } = this.#request;
    const ledger = new Ledger(fs, dataFolder, inUse.file.realPath);
    this.#endWatch();
    const toRepair = damagedBeginning(inUse) ?? (this.#replica.isEmpty ? cutShort(inUse) : null);
    if (toRepair !== null) {
      this.awaitRepair(held, claim, ledger);
      await standing.following.close();
      return { reason: toRepair, heldBy: null };
    }
    const written = this.write(held, claim, ledger);
    // Nobody waits for them: when they are refused in the end, the document says why.
    for (const record of lacking) this.side?.saving.save(record).catch(() => {});
    await written;
    await standing.following.close();
    return null;
  }

  /** The file that is there now may not be written: what the document holds goes into a copy. */
  async #refused(standing: Follows, reason: HostError, known: Uint8Array | null): Promise<Refusal> {
    return { reason: await this.#explained(standing, reason, known), heldBy: null };
  }

  /** What to say of a file that could not be entered. What was put in its place is looked at twice: it may be half written. */
  async #notEntered(standing: Follows, error: unknown, known: Uint8Array | null): Promise<unknown> {
    const reason = inItsPlace(error);
    if (reason === null || !(await this.#hasSettled(standing.following.held.file))) return error;
    return this.#explained(standing, reason, known);
  }

  async #explained(
    { following, beside }: Follows,
    reason: HostError,
    known: Uint8Array | null,
  ): Promise<HostError> {
    // What its file lacks of it is written there when it can be had again.
    if (known !== null) this.#replica.takeState(known);
    return beside.explain(reason, following.held.file);
  }

  /** Whether what is in place of the file looks as it did the last time. */
  async #hasSettled(file: DebriefFile): Promise<boolean> {
    const { identity, size } = await this.#request.fs.stat(await file.place());
    const now = file.identityLasts ? `${identity} ${size}` : `${size}`;
    const hasSettled = this.#inItsPlace === now;
    this.#inItsPlace = now;
    return hasSettled;
  }

  /** Writes a file that is gone again, with its folder, and holds it. A file that appears meanwhile is taken over. */
  async #writeGone(standing: Follows, known: Uint8Array | null): Promise<Refusal | null> {
    const { held } = standing.following;
    const outcome = await claimGone(this.#request, this.#surroundings.claim, held.file);
    if (outcome.kind === 'held') return { reason: inUseBy(outcome.holder), heldBy: outcome.holder };
    const { fs, dataFolder } = this.#request;
    const side = this.#sideOf(held, outcome.claim, new Ledger(fs, dataFolder, held.file.realPath));
    try {
      await side.disk.makeFolder();
      await side.disk.writeAnew(null);
      this.#replica.isAhead = false;
    } catch (error) {
      await outcome.claim.release();
      if (error instanceof ChangedMeanwhile) return this.#takeOver(standing, 'leave', known);
      throw writeTrouble(error);
    }
    if (this.#standing !== standing) {
      await side.disk.release();
      return null;
    }
    this.#endWatch();
    this.#standing = { kind: 'writes', side };
    this.#watch(side.disk.held.file);
    await standing.following.close();
    await side.saving.turn();
    return null;
  }

  #sideOf(held: HeldFile, claim: WriterClaim, ledger: Ledger): WritingSide {
    const { fs } = this.#request;
    const parts = { fs, replica: this.#replica, held, claim, keptAside: this.#keptAside, ledger };
    return writingSide(this.#request, parts, this.#surroundings, this.#listener);
  }

  #watch(place: FilePlace): void {
    this.#endWatch = this.#surroundings.watch(place, () => void this.look());
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
