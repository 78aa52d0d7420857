import { HostError } from '../../../shared/contract/errors.ts';
import type { Notice } from '../../../shared/contract/notice.ts';
import type { OutsideLook } from '../../storage/debriefFile.ts';
import type { FileStat, FileSystem } from '../../storage/fileSystem.ts';
import { FORMAT_VERSION } from '../../storage/format/header.ts';
import type { RecordContent } from '../../storage/format/record.ts';
import { HeldFile } from '../../storage/heldFile.ts';
import { type FileInUse, readAtPlace } from '../../storage/readForUse.ts';
import { updatesToTry, type Vet, vetForeign } from '../../storage/vet.ts';
import type { HostReplica } from './hostReplica.ts';
import { GO_ON_IN_COPY, inItsPlace, newerFormat } from './inItsPlace.ts';
import type { OpenRequest } from './openDocumentTypes.ts';
import { otherDocument, UnknownToSchema } from './refusals.ts';

/**
 * What an outside change came to. `merged`: look again and go on, after writing the records that the file lacks.
 * `unfinished`: someone is still writing; look again soon. `empty`: it is a file with nothing in it, it may be written
 * anew. `strange`: it cannot be merged, and must not be touched. `unknown`: the schema gate refused it; nothing
 * may be written any more.
 */
export type Taken =
  | { readonly kind: 'merged'; readonly lacking: readonly RecordContent[] }
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'empty'; readonly stat: FileStat }
  | { readonly kind: 'strange' | 'unknown'; readonly error: HostError };

/** Whoever has the file open: {@link DiskSide} to write it, {@link Following} to read along. */
export interface FileSide {
  readonly held: HeldFile;
  readonly how: 'append' | 'read';
  /** Takes another file for the one that is open; throws HostError when that is not possible now. */
  hold(held: HeldFile): Promise<void>;
  /** Has a file whose beginning was damaged while it was open written anew. */
  repairBeginning(): void;
}

export interface MergeListener {
  merged(update: Uint8Array): void;
  notice(notice: Notice): void;
}

export interface OutsideListener extends MergeListener {
  /** The file is at another place now: a link on its path leads there. */
  moved(): void;
}

export interface FollowingListener extends OutsideListener {
  /** The file is gone, or it was replaced or written over: it may lack what was saved in it. */
  inDoubt(): void;
}

const MERGED: Notice = {
  kind: 'merged-outside-change',
  sentence: 'The file was changed outside this window; the changes are merged in.',
};

/** Takes what others did to the file into the document. Nothing that others wrote is ever overwritten. */
export class OutsideChange {
  readonly #fs: FileSystem;
  readonly #request: OpenRequest;
  readonly #replica: HostReplica;
  readonly #side: FileSide;
  readonly #listener: OutsideListener;
  /** Identity and size at the last look at something unfinished. */
  #unfinished = '';

  constructor(request: OpenRequest, replica: HostReplica, side: FileSide, listener: OutsideListener) {
    this.#fs = request.fs;
    this.#request = request;
    this.#replica = replica;
    this.#side = side;
    this.#listener = listener;
  }

  /** Throws what the disk threw. */
  async take(look: OutsideLook): Promise<Taken> {
    try {
      return look.kind === 'grew' ? await this.#takeGrowth(look.stat) : await this.#takeFile();
    } catch (error) {
      if (error instanceof UnknownToSchema) return { kind: 'unknown', error };
      throw error;
    }
  }

  async #takeGrowth(stat: FileStat): Promise<Taken> {
    const { held } = this.#side;
    const { scan, accept } = await held.file.readGrowth();
    const { records, damage, tail } = scan;
    try {
      await this.#tryWithOurs(updatesToTry(records));
    } catch (error) {
      if (error instanceof HostError) return { kind: 'strange', error };
      throw error;
    }
    const { updates, isSound, refused } = this.#replica.takeRecords(records);
    // A file is not written on behind what is unknown in it.
    if (refused === null || this.#side.how === 'read') accept();
    this.#announce(updates);
    if (refused !== null) throw refused;
    held.history.add(records);
    if (damage.length > 0 || !isSound) held.isIntact = false;
    if (tail === null) return { kind: 'merged', lacking: [] };
    if (!this.#hasSettled(stat)) return { kind: 'unfinished' };
    // Whoever began this record does not finish it. It stays where it is, and what we write follows it.
    held.isIntact = false;
    held.file.skipTo(stat.size);
    return { kind: 'merged', lacking: [] };
  }

  async #takeFile(): Promise<Taken> {
    const { file: old } = this.#side.held;
    const realPath = await old.place();
    let inUse: FileInUse;
    try {
      const place = { path: old.path, realPath };
      inUse = await readAtPlace(this.#fs, place, this.#side.how, this.#vet, old.header.documentId);
    } catch (error) {
      const reason = inItsPlace(error);
      if (reason === null) throw error;
      const stat = await this.#fs.stat(realPath);
      if (!this.#hasSettled(stat)) return { kind: 'unfinished' };
      const isEmpty = stat.isFile && stat.size === 0;
      return isEmpty ? { kind: 'empty', stat } : { kind: 'strange', error: reason };
    }
    try {
      return await this.#merge(inUse);
    } finally {
      if (this.#side.held.file !== inUse.file) await inUse.file.close();
    }
  }

  async #merge(inUse: FileInUse): Promise<Taken> {
    const { contents, replayed } = inUse;
    if (contents.header.documentId !== this.#side.held.file.header.documentId) {
      return { kind: 'strange', error: otherDocument(GO_ON_IN_COPY) };
    }
    if (contents.header.formatVersion > FORMAT_VERSION) return { kind: 'strange', error: newerFormat() };
    if (contents.scan.tail !== null && !this.#hasSettled(contents.stat)) return { kind: 'unfinished' };
    this.#replica.assertTakes(replayed);
    const last = this.#side.held.file.realPath;
    this.#replica.isAhead = true;
    // Before anything is taken: what is in a file that others hold is not for those who share the last one.
    await this.#side.hold(new HeldFile(inUse, 0, false));
    if (inUse.file.realPath !== last) this.#listener.moved();
    const update = this.#replica.takeFile(replayed);
    if (update !== null) this.#announce([update]);
    this.#replica.noteRemoved(replayed);
    const lacking = this.#replica.lackingIn(replayed);
    if (inUse.damage.some(({ kind }) => kind === 'header')) this.#side.repairBeginning();
    this.#replica.isAhead = false;
    return { kind: 'merged', lacking };
  }

  get #vet(): Vet | undefined {
    const { tryUpdates, dataFolder } = this.#request;
    return tryUpdates && vetForeign(this.#fs, dataFolder, (updates) => this.#tryWithOurs(updates));
  }

  /** What costs little by itself may cost much together with what is here. Throws HostError. */
  async #tryWithOurs(updates: readonly Uint8Array[]): Promise<void> {
    if (updates.length > 0) await this.#request.tryUpdates?.([this.#replica.state(), ...updates]);
  }

  #announce(updates: readonly Uint8Array[]): void {
    for (const update of updates) this.#listener.merged(update);
    if (updates.length > 0) this.#listener.notice(MERGED);
  }

  /** Whether the file looks as it did the last time that it was unfinished. */
  #hasSettled({ identity, size }: FileStat): boolean {
    const now = this.#side.held.file.identityLasts ? `${identity} ${size}` : `${size}`;
    const hasSettled = this.#unfinished === now;
    this.#unfinished = now;
    return hasSettled;
  }
}
