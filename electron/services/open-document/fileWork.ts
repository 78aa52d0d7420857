import type { HostError } from '../../../shared/contract/errors.ts';
import { RECORD_TYPE, type RecordContent } from '../../storage/format/record.ts';
import type { CopyBeside } from './copyBeside.ts';
import { ChangedMeanwhile, type DiskSide, type Expected } from './diskSide.ts';
import type { HostReplica } from './hostReplica.ts';
import type { Reason } from './openDocumentTypes.ts';
import type { MergeListener, OutsideChange, Taken } from './outsideChange.ts';
import type { SaveQueue } from './saveQueue.ts';
import type { TidyLimits } from './surroundings.ts';

/** How often one piece of work looks again because others keep changing the file; then it waits. */
const LOOKS = 8;
const LAST_ATTEMPTS = 3;

/**
 * What came of an attempt. `saved`: all that waited is on the disk. `waiting`: others are writing the file just
 * now. `trouble`: why not; `isKept` when all of the document is in a copy beside the file. `stopped`: nothing may be
 * written to this file, and all of the document is in such a copy, or for whoever holds the file next.
 */
export type Outcome =
  | { readonly kind: 'saved' | 'waiting' }
  | { readonly kind: 'trouble'; readonly reason: Reason; readonly isKept?: boolean }
  | { readonly kind: 'stopped'; readonly error: HostError };

/** What becomes of a file that is gone. Its folder is made again only when a person asks: it may be a disk that was taken out. */
export type WhenGone = 'leave' | 'write' | 'write with folder';

export interface FileWorkParts {
  readonly replica: HostReplica;
  readonly disk: DiskSide;
  readonly outside: OutsideChange;
  readonly beside: CopyBeside;
  readonly queue: SaveQueue;
  readonly limits: TidyLimits;
}

export interface FileWorkListener extends MergeListener {
  /** Something that waited has been acknowledged. */
  acknowledged(): void;
  /** Others have changed the file, or removed it: it may lack what was saved in it, until that is looked at. */
  changedOutside(): void;
}

const GONE: Outcome = {
  kind: 'trouble',
  reason: {
    sentence: 'The file was deleted or moved.',
    next: 'Put it back, or press Retry to write it again here. If you go on typing, it is written again after some seconds, unless its folder is gone too.',
  },
};

/** Looks at the file, takes in what others did, mends what failed, and writes what waits. One call at a time. */
export class FileWork {
  readonly #parts: FileWorkParts;
  readonly #listener: FileWorkListener;

  constructor(parts: FileWorkParts, listener: FileWorkListener) {
    this.#parts = parts;
    this.#listener = listener;
  }

  /** Throws what the disk threw. */
  async attempt(whenGone: WhenGone): Promise<Outcome> {
    for (let looks = 0; looks < LOOKS; looks++) {
      try {
        const outcome = await this.#step(whenGone);
        if (outcome !== 'look again') return outcome;
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile)) throw error;
      }
    }
    return { kind: 'waiting' };
  }

  /** Writes the file anew without history; all that waits is in it. Throws {@link ChangedMeanwhile} and more. */
  async writeAnew(expected: Expected = this.#asKnown()): Promise<void> {
    const { queue, disk, replica } = this.#parts;
    const { size } = queue;
    const late = await disk.writeAnew(expected);
    const { updates } = replica.takeRecords(late);
    for (const record of late) this.#saveUnasked(record);
    this.#acknowledge(size);
    for (const update of updates) this.#listener.merged(update);
  }

  /**
   * Drops history when the document closes, if that may be, there is any, and the file is sound. A rename that the
   * disk did not confirm is not left like that: nobody could know of it later.
   */
  async tidyAtEnd(mayTidy: boolean): Promise<void> {
    const { disk } = this.#parts;
    if (mayTidy && this.#mayTidy && disk.held.history.bytes > 0) await this.#tryAnew();
    for (let attempts = 0; disk.mustWriteAnew && attempts < LAST_ATTEMPTS; attempts++) await this.#tryAgain();
  }

  async #step(whenGone: WhenGone): Promise<Outcome | 'look again'> {
    const { disk, outside, queue, replica } = this.#parts;
    const look = await disk.look();
    if (look.kind === 'gone') {
      this.#listener.changedOutside();
      if (whenGone === 'leave') return GONE;
      if (whenGone === 'write with folder') await disk.makeFolder();
      await this.writeAnew(null);
      return 'look again';
    }
    if (look.kind !== 'same') {
      this.#listener.changedOutside();
      return this.#follow(await outside.take(look));
    }
    if (disk.mustWriteAnew) {
      await this.writeAnew();
      return 'look again';
    }
    if (replica.isAhead) {
      const there = await disk.readKnown();
      replica.noteRemoved(there);
      for (const record of replica.lackingIn(there)) this.#saveUnasked(record);
      replica.isAhead = false;
      return 'look again';
    }
    if (queue.isEmpty) {
      await disk.makeSafe();
      return { kind: 'saved' };
    }
    const { size, records } = queue;
    if (!(await disk.append(records))) return 'look again';
    this.#acknowledge(size);
    await this.#tidy();
    return 'look again';
  }

  async #follow(taken: Taken): Promise<Outcome | 'look again'> {
    const { beside, disk, replica } = this.#parts;
    switch (taken.kind) {
      case 'merged':
        for (const record of taken.lacking) this.#saveUnasked(record);
        return 'look again';
      case 'unfinished':
        return { kind: 'waiting' };
      case 'empty':
        await this.writeAnew(taken.stat);
        return 'look again';
      case 'strange': {
        const { error, isKept } = await beside.explain(taken.error, disk.held.file);
        return { kind: 'trouble', reason: reasonOf(error), isKept };
      }
      case 'unknown': {
        // Should the file be known again, it lacks what is in the copy alone by then.
        replica.isAhead = true;
        const { error, isKept } = await beside.explain(taken.error, disk.held.file);
        return isKept ? { kind: 'stopped', error } : { kind: 'trouble', reason: reasonOf(error) };
      }
    }
  }

  #acknowledge(count: number): void {
    this.#parts.queue.acknowledge(count);
    this.#listener.acknowledged();
  }

  /** A record that no window waits for: when it is refused in the end, the document says why. */
  #saveUnasked(record: RecordContent): void {
    this.#parts.queue.add(record).catch(() => {});
  }

  #asKnown(): Expected {
    const { identity, extent } = this.#parts.disk.held.file;
    return { identity, size: extent.length };
  }

  get #mayTidy(): boolean {
    const { disk, replica } = this.#parts;
    return disk.held.isIntact && !replica.hasMissing && !replica.isBroken;
  }

  async #tidy(): Promise<void> {
    const { disk, limits } = this.#parts;
    const { history } = disk.held;
    if (!this.#mayTidy) return;
    if (history.bytes > Math.max(limits.historyBytes, history.snapshotBytes)) await this.#tryAnew();
    else if (history.records >= limits.recordsPerSnapshot) await this.#trySnapshot();
  }

  /** Everything is saved either way: a disk that refuses to tidy leaves the file as it was. */
  async #tryAnew(): Promise<void> {
    try {
      if (!(await this.#parts.disk.hasOtherNames())) await this.writeAnew();
    } catch {
      return;
    }
  }

  async #tryAgain(): Promise<void> {
    try {
      await this.attempt('leave');
    } catch {
      return;
    }
  }

  async #trySnapshot(): Promise<void> {
    const { disk, replica } = this.#parts;
    try {
      await disk.append([{ type: RECORD_TYPE.snapshot, payload: replica.state() }]);
    } catch {
      return;
    }
  }
}

const reasonOf = ({ sentence, next }: HostError): Reason => ({ sentence, next });
