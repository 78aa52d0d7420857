import { HostError } from '../../../shared/contract/errors.ts';
import type { SaveState } from '../../../shared/contract/saveState.ts';
import { diskTrouble } from '../../storage/diskTrouble.ts';
import { RECORD_TYPE, type RecordContent } from '../../storage/format/record.ts';
import type { CopyBeside } from './copyBeside.ts';
import { ChangedMeanwhile, type DiskSide, type Expected } from './diskSide.ts';
import type { HostReplica } from './hostReplica.ts';
import type { Reason } from './openDocumentTypes.ts';
import type { MergeListener, OutsideChange, Taken } from './outsideChange.ts';
import { SaveQueue } from './saveQueue.ts';
import type { Surroundings } from './surroundings.ts';

/** How often one turn looks again because others keep changing the file; then it waits for the next. */
const LOOKS_PER_TURN = 8;
const UNFINISHED_MS = 250;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
/** Failed attempts after which a deleted file is written again by itself, if there are edits to save. */
const PATIENCE_WITH_DELETED = 3;

const GONE: Reason = {
  sentence: 'The file was deleted or moved.',
  next: 'Put it back, or press Retry to write it again here.',
};

export interface SavingListener extends MergeListener {
  /** {@link Saving.state} may be another now. */
  changed(): void;
}

/**
 * Brings what waits in the queue to the disk, one turn after the other, and tries again by itself after a
 * failure. What it says is saved is on the disk, in the file that the path names.
 */
export class Saving {
  readonly #replica: HostReplica;
  readonly #disk: DiskSide;
  readonly #outside: OutsideChange;
  readonly #beside: CopyBeside;
  readonly #surroundings: Surroundings;
  readonly #listener: SavingListener;
  readonly #queue = new SaveQueue();
  #turns: Promise<void> = Promise.resolve();
  #isTurnDue = false;
  #trouble: Reason | null = null;
  #stopped: HostError | null = null;
  #isUnfinished = false;
  #failures = 0;
  #callOffRetry = () => {};

  constructor(
    replica: HostReplica,
    disk: DiskSide,
    outside: OutsideChange,
    beside: CopyBeside,
    surroundings: Surroundings,
    listener: SavingListener,
  ) {
    this.#replica = replica;
    this.#disk = disk;
    this.#outside = outside;
    this.#beside = beside;
    this.#surroundings = surroundings;
    this.#listener = listener;
  }

  get state(): SaveState {
    if (this.#stopped !== null) return { kind: 'read-only', ...reasonOf(this.#stopped) };
    if (this.#trouble !== null) return { kind: 'not-saved', ...this.#trouble };
    return this.#queue.isEmpty && !this.#isUnfinished ? { kind: 'saved' } : { kind: 'saving' };
  }

  /** Why the last attempt came to nothing, or null. */
  get trouble(): Reason | null {
    return this.#trouble;
  }

  /** Why nothing may be written to the file any more, or null. */
  get stopped(): HostError | null {
    return this.#stopped;
  }

  /** Resolves once the record is acknowledged; with null, once everything before it is. */
  async save(record: RecordContent | null): Promise<void> {
    const saved = this.#queue.add(record);
    this.#listener.changed();
    void this.turn();
    await saved;
  }

  /** Looks at the file and saves what waits. Resolves after the attempt, whatever it came to. */
  turn(): Promise<void> {
    if (this.#isTurnDue) return this.#turns;
    this.#isTurnDue = true;
    return this.#exclusively(async () => {
      this.#isTurnDue = false;
      await this.#attempt(false);
    });
  }

  /** The same at once, and a deleted file is written again. */
  retry(): Promise<void> {
    return this.#exclusively(() => this.#attempt(true));
  }

  /** Writes the file anew without history. Throws HostError. */
  compact(prepare: () => Promise<void>): Promise<void> {
    return this.#exclusively(async () => {
      await this.#attempt(false);
      this.#assertSaved();
      await prepare();
      try {
        await this.#writeAnew(this.#expectedNow());
      } catch (error) {
        throw new HostError(diskTrouble(error), { cause: error });
      }
    });
  }

  /** The last attempts. Returns false when something is still not saved. */
  async finish(): Promise<boolean> {
    await this.#exclusively(async () => {
      for (let attempt = 0; attempt < 3; attempt++) {
        await this.#attempt(!this.#queue.isEmpty);
        if (this.#queue.isEmpty) break;
      }
      this.#callOffRetry();
      if (this.state.kind === 'saved' && this.#mayTidy && this.#disk.held.history.bytes > 0)
        await this.#tryAnew();
    });
    return this.#queue.isEmpty;
  }

  /** Rejects what waits: it is kept elsewhere, or will be offered again by the windows. */
  giveUp(error: HostError): void {
    this.#queue.refuse(error);
  }

  #exclusively(work: () => Promise<void>): Promise<void> {
    const turn = this.#turns.then(work);
    this.#turns = turn.catch(() => {});
    return turn;
  }

  async #attempt(writeDeleted: boolean): Promise<void> {
    this.#callOffRetry();
    if (this.#stopped === null) {
      this.#isUnfinished = false;
      try {
        this.#trouble = await this.#work(writeDeleted);
      } catch (error) {
        const { sentence, next } = diskTrouble(error);
        this.#trouble = { sentence, next };
      }
      if (this.#trouble === null && !this.#isUnfinished) this.#failures = 0;
      else this.#scheduleRetry();
    }
    this.#listener.changed();
  }

  #scheduleRetry(): void {
    const wait = Math.min(FIRST_RETRY_MS * 2 ** this.#failures, LAST_RETRY_MS);
    if (this.#trouble !== null) this.#failures++;
    this.#callOffRetry = this.#surroundings.schedule(this.#isUnfinished ? UNFINISHED_MS : wait, () => {
      void this.turn();
    });
  }

  /** Returns the trouble that it met, or null. Throws what the disk threw. */
  async #work(writeDeleted: boolean): Promise<Reason | null> {
    for (let looks = 0; looks < LOOKS_PER_TURN; looks++) {
      try {
        const look = await this.#disk.look();
        if (look.kind === 'gone') {
          if (!writeDeleted && (this.#queue.isEmpty || this.#failures < PATIENCE_WITH_DELETED)) return GONE;
          await this.#writeAnew(null);
          continue;
        }
        if (look.kind !== 'same') {
          const reason = await this.#follow(await this.#outside.take(look));
          if (reason === 'go on') continue;
          return reason;
        }
        if (this.#disk.mustWriteAnew) {
          await this.#writeAnew(this.#expectedNow());
          continue;
        }
        if (this.#queue.isEmpty) {
          await this.#disk.makeSafe();
          return null;
        }
        const { size, records } = this.#queue;
        if (!(await this.#disk.append(records))) continue;
        this.#trouble = null;
        this.#queue.acknowledge(size);
        this.#listener.changed();
        await this.#tidy();
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile)) throw error;
      }
    }
    this.#isUnfinished = true;
    return null;
  }

  async #follow(taken: Taken): Promise<Reason | null | 'go on'> {
    switch (taken.kind) {
      case 'merged':
        for (const record of taken.lacking) this.#saveUnasked(record);
        return 'go on';
      case 'unfinished':
        this.#isUnfinished = true;
        return null;
      case 'empty':
        await this.#writeAnew(taken.stat);
        return 'go on';
      case 'strange':
        return { sentence: await this.#sentenceWithCopy(taken.error), next: taken.error.next };
      case 'unknown': {
        const sentence = await this.#sentenceWithCopy(taken.error);
        this.#stopped = new HostError({ ...taken.error.value(), sentence }, { cause: taken.error });
        this.#queue.refuse(this.#stopped);
        return null;
      }
    }
  }

  /** Puts what the person wrote into a file beside, since it cannot go where it should. */
  async #sentenceWithCopy({ sentence }: HostError): Promise<string> {
    try {
      const name = await this.#beside.write();
      return `${sentence} What you wrote is kept in “${name}”.`;
    } catch {
      // The disk refuses the copy too; the sentence then promises nothing.
      return sentence;
    }
  }

  /** A record that no window waits for. */
  #saveUnasked(record: RecordContent): void {
    this.#queue.add(record).catch(() => {});
  }

  async #writeAnew(expected: Expected): Promise<void> {
    const { size } = this.#queue;
    const late = await this.#disk.writeAnew(expected);
    this.#trouble = null;
    this.#queue.acknowledge(size);
    for (const update of this.#replica.takeRecords(late).updates) this.#listener.merged(update);
    for (const record of late) this.#saveUnasked(record);
  }

  #expectedNow(): Expected {
    const { identity, extent } = this.#disk.held.file;
    return { identity, size: extent.length };
  }

  get #mayTidy(): boolean {
    return this.#disk.held.isIntact && !this.#replica.hasMissing && !this.#replica.isBroken;
  }

  async #tidy(): Promise<void> {
    const { history } = this.#disk.held;
    const { historyBytes, recordsPerSnapshot } = this.#surroundings.limits;
    if (!this.#mayTidy) return;
    if (history.bytes > Math.max(historyBytes, history.snapshotBytes)) await this.#tryAnew();
    else if (history.records >= recordsPerSnapshot) await this.#trySnapshot();
  }

  /** Everything is saved either way: a disk that refuses to tidy leaves the file as it was. */
  async #tryAnew(): Promise<void> {
    try {
      if (!(await this.#disk.hasOtherNames())) await this.#writeAnew(this.#expectedNow());
    } catch {
      return;
    }
  }

  async #trySnapshot(): Promise<void> {
    try {
      await this.#disk.append([{ type: RECORD_TYPE.snapshot, payload: this.#replica.state() }]);
    } catch {
      return;
    }
  }

  #assertSaved(): void {
    if (this.#stopped !== null) throw this.#stopped;
    const { state } = this;
    if (state.kind === 'not-saved')
      throw new HostError({ code: 'internal', sentence: state.sentence, next: state.next });
  }
}

const reasonOf = ({ sentence, next }: HostError): Reason => ({ sentence, next });
