import { createHash } from 'node:crypto';
import { HostError } from '../../../shared/contract/errors.ts';
import type { Notice } from '../../../shared/contract/notice.ts';
import type { Remedy, SaveState } from '../../../shared/contract/saveState.ts';
import type { Holder } from '../../storage/claimSocket.ts';
import { MAX_IMAGE_BYTES } from '../../storage/format/limits.ts';
import { RECORD_TYPE, type RecordContent } from '../../storage/format/record.ts';
import { KeptAside } from '../../storage/keptAside.ts';
import type { FileInUse } from '../../storage/readForUse.ts';
import { removeLeftovers } from '../../storage/rewriteFile.ts';
import { inUseBy } from './enterFile.ts';
import { FileStanding } from './fileStanding.ts';
import type { HostReplica } from './hostReplica.ts';
import { keepUnsaved } from './keepUnsaved.ts';
import { takeKeptEdits } from './keptEdits.ts';
import { nothingToWrite } from './mayWrite.ts';
import type {
  Besides,
  OpenDocumentListener,
  Opening,
  OpenRequest,
  OwnDocument,
  Reason,
  StoredImage,
} from './openDocumentTypes.ts';
import { closed, imageTooLarge, LetGo, UnknownToSchema } from './refusals.ts';
import type { Saving } from './saving.ts';
import type { Surroundings } from './surroundings.ts';
import type { WritingSide } from './writingSide.ts';

/** See {@link OpenDocument}. `openDocument` makes it, then tells its standing how it may treat the file. */
export class HostDocument implements OwnDocument {
  readonly documentId: string;
  readonly path: string;
  opening: Opening;
  readonly standing: FileStanding;
  readonly #openedAt: string;
  readonly #request: OpenRequest;
  readonly #replica: HostReplica;
  readonly #keptAside: KeptAside;
  readonly #listeners = new Set<OpenDocumentListener>();
  #readOnly: HostError | null;
  #takingBack: Promise<void> = Promise.resolve();
  /** The writing anew that is under way, with what is brought back after a repair. */
  #compacting: Promise<unknown> = Promise.resolve();
  #shown: SaveState;

  constructor(
    request: OpenRequest,
    surroundings: Surroundings,
    replica: HostReplica,
    { contents, file }: FileInUse,
    opening: Omit<Opening, 'readOnly'> & { readonly readOnly: HostError | null },
  ) {
    this.documentId = contents.header.documentId;
    this.path = request.path;
    this.opening = { ...opening, readOnly: opening.readOnly === null ? null : reasonOf(opening.readOnly) };
    this.#openedAt = file.realPath;
    this.#request = request;
    this.#replica = replica;
    this.#keptAside = new KeptAside(request.fs, request.dataFolder, this.documentId, file.realPath);
    this.#readOnly = opening.readOnly;
    this.standing = new FileStanding(request, surroundings, replica, this.#keptAside, {
      merged: (update) => this.#broadcast(update, null),
      notice: (notice) => this.#notify(notice),
      moved: () => this.#tell((listener) => listener.moved?.()),
      inDoubt: () => this.#tell((listener) => listener.inDoubt?.()),
      changed: () => this.#show(),
      displaced: (holder) => this.#tell((listener) => listener.displaced?.(holder)),
    });
    this.#shown = this.saveState();
  }

  get realPath(): string {
    return this.standing.file?.realPath ?? this.#openedAt;
  }

  get holdsFile(): boolean {
    return this.standing.side !== null && !this.standing.isClosing;
  }

  isInNoFile(known: Uint8Array): Promise<boolean> {
    return this.standing.isInNoFile(known);
  }

  state(): Uint8Array {
    return this.#replica.state();
  }

  saveState(): SaveState {
    const saving = this.standing.side?.saving.state ?? null;
    if (this.#readOnly !== null && saving?.kind !== 'not-saved') {
      return { kind: 'read-only', ...reasonOf(this.#readOnly), remedy: this.#remedy };
    }
    return saving ?? { kind: 'saved' };
  }

  subscribe(listener: OpenDocumentListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async push(update: Uint8Array, from: unknown): Promise<void> {
    const { saving } = this.#writable();
    let isNew: boolean;
    try {
      isNew = this.#replica.take(update);
    } catch (error) {
      if (this.#replica.isBroken && error instanceof HostError) this.#setReadOnly(error);
      if (error instanceof UnknownToSchema && from === null) throw error.ofCopy();
      if (error instanceof UnknownToSchema) await this.#refuse(update, error);
      throw error;
    }
    const saved = saving.save(isNew ? { type: RECORD_TYPE.update, payload: update } : null);
    if (isNew) this.#broadcast(update, from);
    await saved;
  }

  async putImage(bytes: Uint8Array, mediaType: string): Promise<string> {
    const { saving } = this.#writable();
    if (bytes.length > MAX_IMAGE_BYTES) throw imageTooLarge(bytes.length);
    const hash = createHash('sha256').update(bytes).digest('hex');
    await saving.save(this.#replica.takeImage(hash, { bytes, mediaType }));
    return hash;
  }

  async putUnknown(record: RecordContent): Promise<void> {
    const { saving } = this.#writable();
    await saving.save(this.#replica.takeUnknown(record));
  }

  besides(state: Uint8Array): Besides {
    return this.#replica.besides(state);
  }

  expectMention(hash: string): void {
    this.#replica.expectMentions([hash]);
  }

  noteMentions(update: Uint8Array): void {
    this.#replica.noteMentions(update);
  }

  image(hash: string): StoredImage | null {
    return this.#replica.image(hash);
  }

  async retry(whenGone: 'write' | 'leave' = 'write', known: Uint8Array | null = null): Promise<void> {
    const isFollowing = this.standing.side === null;
    const refusal = await this.standing.retry(whenGone, known);
    if (refusal !== null) {
      this.opening = { ...this.opening, readOnly: reasonOf(refusal.reason), heldBy: refusal.heldBy };
      this.#setReadOnly(refusal.reason);
    } else if (isFollowing && this.standing.side !== null) {
      this.opening = { ...this.opening, readOnly: null, heldBy: null };
      this.#setReadOnly(null);
      await this.takeBack();
    }
  }

  async letGo(holder: Holder): Promise<void> {
    await this.standing.letGo(new LetGo(holder));
    if (this.standing.side !== null) return;
    const reason = inUseBy(holder);
    this.opening = { ...this.opening, readOnly: reasonOf(reason), heldBy: holder };
    this.#setReadOnly(reason);
    this.#tell((listener) => listener.freed?.());
  }

  /**
   * Brings back what had to be kept aside when the document was closed before. Call it once the file is written
   * by this process. It does not wait for the disk: what is kept goes only when the file has it.
   */
  async takeBack(): Promise<void> {
    if (this.#saving === null) return;
    const { records, settled, notices } = await takeKeptEdits(
      this.#request.fs,
      this.#keptAside,
      this.#replica,
    );
    if (this.standing.isClosing) return;
    this.opening = { ...this.opening, notices: [...this.opening.notices, ...notices] };
    for (const notice of notices) this.#notify(notice);
    const saving = this.#saving;
    const saved = saving === null ? [] : records.map((record) => saving.save(record));
    for (const { type, payload } of records) if (type === RECORD_TYPE.update) this.#broadcast(payload, null);
    // Whoever has the file now is given it as what it lacks, and what was kept stays for the next opening.
    if (saving === null || records.length + settled.length === 0) return;
    this.#takingBack = this.#removeWhen([...saved, saving.save(null)], settled);
  }

  /** Never rejects: what cannot be saved or removed stays kept, and the next opening takes it back. */
  async #removeWhen(saved: readonly Promise<void>[], paths: readonly string[]): Promise<void> {
    try {
      await Promise.all(saved);
      for (const path of paths) await this.#keptAside.remove(path);
    } catch {
      return;
    }
  }

  lookOutside(): Promise<void> {
    return this.standing.look();
  }

  compact(known: Uint8Array | null = null): Promise<string | null> {
    const compacting = this.#compact(known);
    this.#compacting = Promise.allSettled([this.#compacting, compacting]);
    return compacting;
  }

  async #compact(known: Uint8Array | null): Promise<string | null> {
    const { awaitsRepair, side } = this.standing;
    const { saving, disk } = awaitsRepair && side !== null ? side : this.#writable();
    if (awaitsRepair && known !== null && this.#replica.take(known)) this.#broadcast(known, null);
    // Nothing is appended before the file is kept aside: all that it lacks is in what is written anew.
    if (awaitsRepair) this.#replica.isAhead = false;
    const keptAside = await saving.compact(async () => {
      if (this.#replica.isEmpty) throw nothingToWrite();
      return disk.held.isIntact && !this.#replica.hasMissing ? null : disk.keepDamaged();
    });
    if (awaitsRepair) {
      this.standing.repaired();
      this.#setReadOnly(null);
    }
    if (keptAside !== null) {
      const notices = this.opening.notices.filter(({ kind }) => kind !== 'damaged');
      this.opening = { ...this.opening, notices };
      this.#notify(repaired(keptAside));
    }
    if (awaitsRepair) await this.takeBack();
    return keptAside;
  }

  async removeDeletedText(): Promise<string | null> {
    const { saving, disk } = this.#writable();
    if (!disk.held.isIntact) return this.compact();
    await saving.compact(async () => {
      // What is missing may show any of the images.
      if (!this.#replica.hasMissing) this.#replica.dropUnmentionedImages();
      await removeLeftovers(this.#request.fs, disk.held.file.realPath);
    });
    await this.#keptAside.removeAll();
    return null;
  }

  async close(): Promise<void> {
    try {
      await this.#finish();
    } finally {
      this.#tell((listener) => listener.freed?.());
    }
  }

  async #finish(): Promise<void> {
    // A repair that is under way makes the file one that is saved as any other.
    await this.#compacting;
    const isLacking = this.standing.lacksUntilRepair;
    const side = await this.standing.leave();
    if (isLacking && this.#readOnly !== null) throw await this.#kept(this.#readOnly);
    if (side === null) return;
    const { saving, disk } = side;
    const unsaved = await saving.finish(this.#readOnly === null);
    if (unsaved === null) {
      await this.#takingBack;
      return disk.release();
    }
    const error = await this.#kept(unsaved);
    saving.giveUp(error);
    await disk.release();
    throw error;
  }

  /** Keeps the whole document aside, without what was deleted. Returns the error that says so. */
  #kept(why: Reason): Promise<HostError> {
    // What is damaged may name any of the images.
    const isIntact = this.standing.side?.disk.held.isIntact ?? false;
    const records = isIntact ? this.#replica.recordsToKeep() : this.#replica.records();
    return keepUnsaved(this.#keptAside, this.documentId, records, why);
  }

  /** Keeps what the schema gate refused, so that a newer version can be given it, and lets nothing more in. */
  async #refuse(update: Uint8Array, error: UnknownToSchema): Promise<void> {
    this.#setReadOnly(error);
    await this.#keptAside.keep('refused', update);
  }

  /** Null where nothing may be saved, or not any more. */
  get #saving(): Saving | null {
    const saving = this.standing.side?.saving ?? null;
    return saving?.stopped === null ? saving : null;
  }

  get #remedy(): Remedy {
    if (this.#readOnly instanceof UnknownToSchema) return null;
    const { remedy } = this.standing;
    return remedy === 'repair' && this.#replica.isEmpty ? 'restore' : remedy;
  }

  #writable(): WritingSide {
    const { side, isClosing } = this.standing;
    const reason = this.#readOnly ?? side?.saving.stopped ?? null;
    if (reason !== null) throw new HostError({ code: 'read-only', ...reasonOf(reason) });
    if (side === null || isClosing) throw closed();
    return side;
  }

  #setReadOnly(reason: HostError | null): void {
    this.#readOnly = reason;
    this.#show();
  }

  #broadcast(update: Uint8Array, from: unknown): void {
    this.#tell((listener) => listener.update(update, from));
  }

  #notify(notice: Notice): void {
    this.#tell((listener) => listener.notice?.(notice));
  }

  #show(): void {
    const state = this.saveState();
    if (JSON.stringify(state) === JSON.stringify(this.#shown)) return;
    this.#shown = state;
    this.#tell((listener) => listener.saveState(state));
  }

  #tell(say: (listener: OpenDocumentListener) => void): void {
    for (const listener of this.#listeners) say(listener);
  }
}

const repaired = (path: string): Notice => ({
  kind: 'repaired',
  sentence: `The file was damaged and has been written anew. It is kept as it was in ${path}, which may hold deleted text until “Remove deleted text” is used once more.`,
});

const reasonOf = ({ sentence, next }: HostError): Reason => ({ sentence, next });
