import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { HostError } from '../../../shared/contract/errors.ts';
import type { SaveState } from '../../../shared/contract/saveState.ts';
import { encodeFile, newHeader } from '../../storage/createFile.ts';
import { MAX_IMAGE_BYTES } from '../../storage/format/limits.ts';
import { RECORD_TYPE } from '../../storage/format/record.ts';
import { HeldFile } from '../../storage/heldFile.ts';
import { KeptAside } from '../../storage/keptAside.ts';
import { Ledger } from '../../storage/ledger.ts';
import type { FileInUse } from '../../storage/readForUse.ts';
import { removeLeftovers } from '../../storage/rewriteFile.ts';
import type { WriterClaim } from '../../storage/writerClaim.ts';
import { enterFile, selfOf } from './enterFile.ts';
import { Following } from './following.ts';
import { type HostReplica, UnknownToSchema } from './hostReplica.ts';
import type {
  Notice,
  OpenDocument,
  OpenDocumentListener,
  Opening,
  OpenRequest,
  Reason,
  StoredImage,
} from './openDocumentTypes.ts';
import type { Surroundings } from './surroundings.ts';
import { type WritingSide, writingSide } from './writingSide.ts';

/** See {@link OpenDocument}. `openDocument` makes it, then tells it how it may treat the file. */
export class HostDocument implements OpenDocument {
  readonly documentId: string;
  readonly path: string;
  readonly opening: Opening;
  readonly #request: OpenRequest;
  readonly #surroundings: Surroundings;
  readonly #replica: HostReplica;
  readonly #realPath: string;
  readonly #keptAside: KeptAside;
  readonly #listeners = new Set<OpenDocumentListener>();
  #readOnly: HostError | null;
  #writing: WritingSide | null = null;
  #following: Following | null = null;
  #awaitsRepair = false;
  #endWatch = () => {};
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
    this.#request = request;
    this.#surroundings = surroundings;
    this.#replica = replica;
    this.#realPath = file.realPath;
    this.#keptAside = new KeptAside(request.fs, request.dataFolder, this.documentId);
    this.#readOnly = opening.readOnly;
    this.#shown = this.saveState();
  }

  /** Takes the file to write it, and makes it ready. A disk that refuses shows in the save state. */
  async write(held: HeldFile, claim: WriterClaim, ledger: Ledger): Promise<void> {
    this.#take(held, claim, ledger);
    this.#watch();
    await this.#writing?.saving.turn();
  }

  /** Takes the file without touching it until {@link compact} is asked for. */
  holdForRepair(held: HeldFile, claim: WriterClaim, ledger: Ledger): void {
    this.#take(held, claim, ledger);
    this.#awaitsRepair = true;
  }

  /** Only reads along. */
  follow(held: HeldFile): void {
    this.#following = new Following(this.#request.fs, this.#replica, held, this.#hearing);
    this.#watch();
  }

  state(): Uint8Array {
    return this.#replica.state();
  }

  saveState(): SaveState {
    const saving = this.#writing?.saving.state ?? null;
    if (this.#readOnly !== null && saving?.kind !== 'not-saved') {
      return { kind: 'read-only', ...reasonOf(this.#readOnly) };
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
      if (this.#replica.isBroken && error instanceof HostError) this.#turnReadOnly(error);
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

  image(hash: string): StoredImage | null {
    return this.#replica.image(hash);
  }

  async retry(): Promise<void> {
    if (this.#following !== null) await this.#takeOver(this.#following);
    else if (!this.#awaitsRepair) await this.#writing?.saving.retry();
  }

  async lookOutside(): Promise<void> {
    if (this.#following !== null) await this.#following.turn();
    else if (!this.#awaitsRepair) await this.#writing?.saving.turn();
  }

  async compact(): Promise<void> {
    const { saving, disk } = this.#awaitsRepair && this.#writing !== null ? this.#writing : this.#writable();
    await saving.compact(async () => {
      if (!disk.held.isIntact || this.#replica.hasMissing) await disk.keepDamaged();
    });
    if (!this.#awaitsRepair) return;
    this.#awaitsRepair = false;
    this.#readOnly = null;
    this.#watch();
    this.#show();
  }

  async removeDeletedText(): Promise<void> {
    const { saving, disk } = this.#writable();
    await saving.compact(async () => {
      if (!disk.held.isIntact || this.#replica.hasMissing) throw damagedFirst();
      this.#replica.dropUnmentionedImages();
      await removeLeftovers(this.#request.fs, this.#realPath);
    });
    await this.#keptAside.removeAll();
  }

  async close(): Promise<void> {
    this.#endWatch();
    await this.#following?.close();
    if (this.#writing === null) return;
    const { saving, disk } = this.#writing;
    const unsaved = this.#awaitsRepair ? null : await saving.finish();
    const error = unsaved === null ? null : await this.#keepUnsaved(unsaved);
    if (error !== null) saving.giveUp(error);
    await disk.release();
    if (error !== null) throw error;
  }

  /** Hears what happens on the disk's side. */
  get #hearing() {
    return {
      merged: (update: Uint8Array) => this.#broadcast(update, null),
      notice: (notice: Notice) => {
        for (const listener of this.#listeners) listener.notice?.(notice);
      },
      changed: () => this.#show(),
    };
  }

  #take(held: HeldFile, claim: WriterClaim, ledger: Ledger): void {
    const { fs } = this.#request;
    const parts = { fs, replica: this.#replica, held, claim, keptAside: this.#keptAside, ledger };
    this.#writing = writingSide(parts, this.#surroundings, this.#hearing);
  }

  #watch(): void {
    this.#endWatch = this.#surroundings.watch(dirname(this.#realPath), basename(this.#realPath), () => {
      void this.lookOutside();
    });
  }

  /** Tries to become the writer of a file that was only read so far. */
  async #takeOver(following: Following): Promise<void> {
    const { fs, path, dataFolder } = this.#request;
    const entered = await enterFile(fs, path, this.#surroundings.claim, selfOf(this.#request));
    const { inUse } = entered;
    if (entered.claim === null) {
      await inUse.file.close();
      this.#turnReadOnly(entered.reason);
      return;
    }
    const update = this.#replica.takeFile(inUse.replayed);
    if (update !== null) this.#broadcast(update, null);
    const lacking = this.#replica.lackingIn(inUse.replayed);
    this.#following = null;
    this.#endWatch();
    await following.close();
    this.#readOnly = null;
    await this.write(
      new HeldFile(inUse, 0, false),
      entered.claim,
      new Ledger(fs, dataFolder, inUse.file.realPath),
    );
    await Promise.all(lacking.map((record) => this.#writing?.saving.save(record)));
  }

  /** Keeps what the schema gate refused, so that a newer version can be given it, and lets nothing more in. */
  async #refuse(update: Uint8Array, error: UnknownToSchema): Promise<void> {
    this.#turnReadOnly(error);
    await this.#keptAside.keep('refused', update);
  }

  /** Puts what could not be saved into the data folder. Returns the error that says so. */
  async #keepUnsaved({ sentence }: Reason): Promise<HostError> {
    try {
      const bytes = encodeFile(newHeader(this.documentId, 0), this.#replica.records());
      const path = await this.#keptAside.keep('unsaved', bytes);
      return new HostError({
        code: 'internal',
        sentence: `Not saved: ${sentence} The whole document is kept in ${path}.`,
        next: 'Merge that file with the postmortem when its place can be written again.',
      });
    } catch {
      return new HostError({
        code: 'internal',
        sentence: `Not saved: ${sentence} No copy could be kept either.`,
        next: 'Leave the window open, or open the postmortem again: the window keeps what was typed.',
      });
    }
  }

  #writable(): WritingSide {
    if (this.#readOnly !== null) throw new HostError({ code: 'read-only', ...reasonOf(this.#readOnly) });
    const stopped = this.#writing?.saving.stopped ?? null;
    if (stopped !== null) throw new HostError({ code: 'read-only', ...reasonOf(stopped) });
    if (this.#writing === null) throw closed();
    return this.#writing;
  }

  #turnReadOnly(error: HostError): void {
    this.#readOnly = error;
    this.#show();
  }

  #broadcast(update: Uint8Array, from: unknown): void {
    for (const listener of this.#listeners) listener.update(update, from);
  }

  #show(): void {
    const state = this.saveState();
    if (JSON.stringify(state) === JSON.stringify(this.#shown)) return;
    this.#shown = state;
    for (const listener of this.#listeners) listener.saveState(state);
  }
}

const reasonOf = ({ sentence, next }: HostError): Reason => ({ sentence, next });

const imageTooLarge = (bytes: number): HostError =>
  new HostError({
    code: 'too-large',
    sentence: `The image has ${bytes} bytes; at most ${MAX_IMAGE_BYTES} fit into a postmortem.`,
    next: 'Make it smaller, or link to it.',
  });

const damagedFirst = (): HostError =>
  new HostError({
    code: 'damaged',
    sentence: 'Parts of this file cannot be read, so it is not known what they hold.',
    next: 'Run “debrief compact” on the file first; it keeps a copy aside, which this then removes.',
  });

const closed = (): HostError =>
  new HostError({ code: 'not-found', sentence: 'The document is closed.', next: 'Open it again.' });
