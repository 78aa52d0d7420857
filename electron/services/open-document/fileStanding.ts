import type { HostError } from '../../../shared/contract/errors.ts';
import type { DebriefFile } from '../../storage/debriefFile.ts';
import type { HeldFile } from '../../storage/heldFile.ts';
import type { KeptAside } from '../../storage/keptAside.ts';
import { Ledger } from '../../storage/ledger.ts';
import type { FilePlace } from '../../storage/readForUse.ts';
import type { WriterClaim } from '../../storage/writerClaim.ts';
import { Following } from './following.ts';
import type { HostReplica } from './hostReplica.ts';
import type { OpenRequest } from './openDocumentTypes.ts';
import type { FollowingListener } from './outsideChange.ts';
import { closed } from './refusals.ts';
import type { SavingListener } from './saving.ts';
import type { Surroundings } from './surroundings.ts';
import { type Refusal, TakeOver } from './takeOver.ts';
import { copyBeside, type WritingSide, writingSide } from './writingSide.ts';

/** How an open document stands to its file: it writes it, waits to repair it, reads along, or leaves it alone. */
type Standing =
  | { readonly kind: 'writes' | 'closes'; readonly side: WritingSide }
  /** `lacks`: whether the document holds what its file does not. */
  | { readonly kind: 'awaits repair'; readonly side: WritingSide; readonly lacks: boolean }
  | Follows
  | { readonly kind: 'leaves alone' };

interface Follows {
  readonly kind: 'follows';
  readonly following: Following;
  readonly takeOver: TakeOver;
}

export class FileStanding {
  readonly #request: OpenRequest;
  readonly #surroundings: Surroundings;
  readonly #replica: HostReplica;
  readonly #keptAside: KeptAside;
  readonly #listener: SavingListener & FollowingListener;
  #standing: Standing = { kind: 'leaves alone' };
  #endWatch = () => {};

  constructor(
    request: OpenRequest,
    surroundings: Surroundings,
    replica: HostReplica,
    keptAside: KeptAside,
    listener: SavingListener & FollowingListener,
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

  /** Whether the file awaits repair, and lacks what the document holds. */
  get lacksUntilRepair(): boolean {
    return this.#standing.kind === 'awaits repair' && this.#standing.lacks;
  }

  /** As in {@link TakeOver.isInNoFile}, for a file that is read along. */
  async isInNoFile(known: Uint8Array): Promise<boolean> {
    return this.#standing.kind === 'follows' && this.#standing.takeOver.isInNoFile(known);
  }

  /** What may make the file writable after all. */
  get remedy(): 'retry' | 'repair' | null {
    if (this.#standing.kind === 'awaits repair') return 'repair';
    return this.#standing.kind === 'follows' ? 'retry' : null;
  }

  /** Takes the file to write it, and makes it ready. A disk that refuses shows in the save state. */
  async write(held: HeldFile, claim: WriterClaim, ledger: Ledger): Promise<void> {
    await this.#begin(this.#sideOf(held, claim, ledger));
  }

  /** Takes the file without touching it until {@link repaired} is told that it was written anew. */
  awaitRepair(held: HeldFile, claim: WriterClaim, ledger: Ledger): void {
    this.#standing = { kind: 'awaits repair', side: this.#sideOf(held, claim, ledger), lacks: false };
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
    const takeOver = new TakeOver({
      request: this.#request,
      surroundings: this.#surroundings,
      replica: this.#replica,
      following,
      beside: copyBeside(this.#request, this.#replica, held, this.#surroundings),
      listener: this.#listener,
      sideOf: (found, claim) => this.#sideOf(found, claim),
      isFollowing: () => this.#standing === standing,
    });
    const standing: Follows = { kind: 'follows', following, takeOver };
    this.#standing = standing;
    this.#watch(held.file);
  }

  /** Looks at the file now. */
  async look(): Promise<void> {
    if (this.#standing.kind === 'follows') await this.#standing.following.turn();
    if (this.#standing.kind === 'writes') await this.#standing.side.saving.turn();
  }

  /**
   * Tries again at once; one that follows tries to become the writer. Returns why it may not, or null. Throws
   * HostError when there is no file that it could read, and it is to leave that so or cannot write it. `known` is as
   * in {@link TakeOver.attempt}.
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
    // At once: a file that is being taken over is let go of again.
    this.#standing = 'side' in standing ? { kind: 'closes', side: standing.side } : { kind: 'leaves alone' };
    if (standing.kind === 'follows') await standing.following.close();
    if (standing.kind === 'awaits repair') {
      // A repair that failed tries again by itself.
      await standing.side.saving.stop(closed());
      await standing.side.disk.release();
    }
    return standing.kind === 'writes' ? standing.side : null;
  }

  async #takeOver(
    standing: Follows,
    whenGone: 'write' | 'leave',
    known: Uint8Array | null,
  ): Promise<Refusal | null> {
    const taken = await standing.takeOver.attempt(whenGone, known);
    if (taken.kind === 'over') return null;
    if (taken.kind === 'refused') return taken.refusal;
    const { side, lacking } = taken;
    await standing.following.close();
    if (this.#standing !== standing) {
      await side.disk.release();
      return null;
    }
    this.#endWatch();
    if (taken.kind === 'awaits repair') {
      this.#standing = { kind: 'awaits repair', side, lacks: lacking.length > 0 };
      return { reason: taken.reason, heldBy: null };
    }
    const written = this.#begin(side);
    // Nobody waits for them: when they are refused in the end, the document says why.
    for (const record of lacking) side.saving.save(record).catch(() => {});
    await written;
    return null;
  }

  /** Resolves after the first attempt to save. */
  #begin(side: WritingSide): Promise<void> {
    this.#standing = { kind: 'writes', side };
    this.#watch(side.disk.held.file);
    return side.saving.turn();
  }

  #sideOf(held: HeldFile, claim: WriterClaim, ledger = this.#ledgerOf(held)): WritingSide {
    const { fs } = this.#request;
    const parts = { fs, replica: this.#replica, held, claim, keptAside: this.#keptAside, ledger };
    return writingSide(this.#request, parts, this.#surroundings, this.#listener);
  }

  #ledgerOf({ file }: HeldFile): Ledger {
    return new Ledger(this.#request.fs, this.#request.dataFolder, file.realPath);
  }

  #watch(place: FilePlace): void {
    this.#endWatch = this.#surroundings.watch(place, () => void this.look());
  }
}
