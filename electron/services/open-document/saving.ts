import { HostError } from '../../../shared/contract/errors.ts';
import type { SaveState } from '../../../shared/contract/saveState.ts';
import type { Holder } from '../../storage/claimSocket.ts';
import { diskTrouble } from '../../storage/diskTrouble.ts';
import type { RecordContent } from '../../storage/format/record.ts';
import { writeTrouble } from '../../storage/writeTrouble.ts';
import { ChangedMeanwhile } from './diskSide.ts';
import { FileWork, type FileWorkParts, type Outcome, type WhenGone } from './fileWork.ts';
import type { Reason } from './openDocumentTypes.ts';
import type { OutsideListener } from './outsideChange.ts';
import { HeldByOther } from './refusals.ts';
import { SaveQueue } from './saveQueue.ts';
import type { Surroundings } from './surroundings.ts';

const WAIT_FOR_OTHERS_MS = 250;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
/** Failed attempts after which a deleted file is written again by itself, if there are edits to save. */
const PATIENCE_WITH_DELETED = 3;
/** Looks in a row that found the file in change; then it is said that others keep edits from being saved. */
const PATIENCE_WITH_OTHERS = 20;
const LAST_ATTEMPTS = 3;

export interface SavingListener extends OutsideListener {
  /** {@link Saving.state} may be another now. */
  changed(): void;
  /** Another process holds the file that the path leads to now. Called at each attempt that finds it so. */
  displaced(holder: Holder): void;
}

/**
 * Brings what waits to the disk, one attempt after the other, and tries again by itself after a failure. What
 * it says is saved is on the disk, in the file that the path names.
 */
export class Saving {
  readonly #work: FileWork;
  readonly #schedule: Surroundings['schedule'];
  readonly #changed: () => void;
  readonly #displaced: (holder: Holder) => void;
  readonly #queue = new SaveQueue();
  #turns: Promise<void> = Promise.resolve();
  #isTurnDue = false;
  #last: Outcome = { kind: 'saved' };
  /** Whether others have changed the file or removed it, and it may lack what was saved in it, with no record that waits to bring it. */
  #isInDoubt = false;
  /** Whether no attempt is made any more. */
  #isOver = false;
  #failures = 0;
  #waits = 0;
  #callOffRetry = () => {};

  constructor(
    parts: Omit<FileWorkParts, 'queue' | 'limits'>,
    surroundings: Surroundings,
    listener: SavingListener,
  ) {
    const { schedule, limits } = surroundings;
    this.#schedule = schedule;
    this.#changed = () => listener.changed();
    this.#displaced = (holder) => listener.displaced(holder);
    this.#work = new FileWork(
      { ...parts, queue: this.#queue, limits },
      {
        merged: (update) => listener.merged(update),
        notice: (notice) => listener.notice(notice),
        acknowledged: () => this.#conclude({ kind: 'saved' }),
        changedOutside: () => {
          this.#isInDoubt = true;
          if (this.#last.kind === 'saved') this.#last = { kind: 'waiting' };
          this.#changed();
        },
      },
    );
  }

  get state(): SaveState {
    if (this.#last.kind === 'stopped')
      return { kind: 'read-only', ...reasonOf(this.#last.error), remedy: null };
    if (this.#last.kind === 'trouble') return { kind: 'not-saved', ...this.#last.reason };
    if (this.#waits >= PATIENCE_WITH_OTHERS) return { kind: 'not-saved', ...OTHERS_WRITE };
    return this.#queue.isEmpty && this.#last.kind === 'saved' ? { kind: 'saved' } : { kind: 'saving' };
  }

  /** Why nothing may be written to the file that is there, or null. */
  get stopped(): HostError | null {
    return this.#last.kind === 'stopped' ? this.#last.error : null;
  }

  /** Resolves once the record is acknowledged; with null, once everything before it is. */
  async save(record: RecordContent | null): Promise<void> {
    // From here on the edit waits: a file that was gone for long before is given as much time as any.
    if (this.#queue.isEmpty) this.#failures = 0;
    const saved = this.#queue.add(record);
    this.#changed();
    void this.turn();
    await saved;
  }

  /** Looks at the file and saves what waits. Resolves after the attempt, whatever it came to. */
  turn(): Promise<void> {
    if (this.#isTurnDue) return this.#turns;
    this.#isTurnDue = true;
    return this.#exclusively(async () => {
      this.#isTurnDue = false;
      const isOverdue = !this.#queue.isEmpty && this.#failures >= PATIENCE_WITH_DELETED;
      await this.#attempt(isOverdue ? 'write' : 'leave');
    });
  }

  /** The same at once, and a deleted file is written again, with its folder if need be. */
  retry(): Promise<void> {
    return this.#exclusively(() => this.#attempt('write with folder'));
  }

  /**
   * Writes the file anew without history. `prepare` comes right before, and may throw. Resolves with what it
   * returned. Throws HostError.
   */
  compact<Prepared>(prepare: () => Promise<Prepared>): Promise<Prepared> {
    return this.#exclusively(async () => {
      for (let attempts = 1; ; attempts++) {
        await this.#attempt('leave');
        this.#assertSaved();
        try {
          const prepared = await prepare();
          await this.#work.writeAnew();
          return prepared;
        } catch (error) {
          if (!(error instanceof ChangedMeanwhile)) throw writeTrouble(error);
          if (attempts === LAST_ATTEMPTS) throw new HostError({ code: 'in-use', ...OTHERS_WRITE });
        }
      }
    });
  }

  /** The last attempts, then the file is tidied, if it may be. Returns why something is still not saved, or null. */
  async finish(mayTidy: boolean): Promise<Reason | null> {
    await this.#exclusively(async () => {
      for (let attempt = 1; !this.#isOver; attempt++) {
        await this.#attempt(this.#queue.isEmpty ? 'leave' : 'write');
        if (this.#isAllInFile || attempt === LAST_ATTEMPTS) break;
        // Whoever writes the file now is given the time that they are given otherwise.
        if (this.#last.kind === 'waiting') await this.#waitForOthers();
      }
      this.#callOffRetry();
      if (this.state.kind === 'saved') await this.#work.tidyAtEnd(mayTidy);
    });
    if (this.#isAllInFile) return null;
    return this.#last.kind === 'trouble' ? this.#last.reason : OTHERS_WRITE;
  }

  /** Rejects what waits: it is kept elsewhere, or will be offered again by the windows. */
  giveUp(error: HostError): void {
    this.#queue.refuse(error);
  }

  /** Makes no attempt any more after the one that is under way. What waits is rejected. */
  stop(error: HostError): Promise<void> {
    return this.#exclusively(async () => {
      this.#callOffRetry();
      this.#isOver = true;
      this.#conclude({ kind: 'stopped', error });
    });
  }

  /** Whether the file has everything, as far as it may be written. */
  get #isAllInFile(): boolean {
    return this.#queue.isEmpty && (!this.#isInDoubt || this.stopped !== null);
  }

  #waitForOthers(): Promise<void> {
    return new Promise((later) => {
      this.#callOffRetry();
      this.#schedule(WAIT_FOR_OTHERS_MS, later);
    });
  }

  #exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turns.then(work);
    this.#turns = turn.then(
      () => {},
      () => {},
    );
    return turn;
  }

  async #attempt(whenGone: WhenGone): Promise<void> {
    this.#callOffRetry();
    if (this.#isOver) return;
    try {
      this.#conclude(await this.#work.attempt(whenGone));
    } catch (error) {
      this.#conclude({ kind: 'trouble', reason: reasonOf(diskTrouble(error)) });
      if (error instanceof HeldByOther) this.#displaced(error.holder);
    }
    if (this.#last.kind === 'trouble' || this.#last.kind === 'waiting') this.#scheduleRetry();
  }

  #conclude(outcome: Outcome): void {
    this.#last = outcome;
    if (outcome.kind === 'saved') this.#failures = 0;
    if (outcome.kind === 'saved' || (outcome.kind === 'trouble' && outcome.isKept)) this.#isInDoubt = false;
    this.#waits = outcome.kind === 'waiting' ? this.#waits + 1 : 0;
    if (outcome.kind === 'stopped') this.#queue.refuse(outcome.error);
    this.#changed();
  }

  #scheduleRetry(): void {
    let wait = WAIT_FOR_OTHERS_MS;
    if (this.#last.kind === 'trouble') {
      wait = Math.min(FIRST_RETRY_MS * 2 ** this.#failures, LAST_RETRY_MS);
      this.#failures++;
    }
    this.#callOffRetry = this.#schedule(wait, () => {
      void this.turn();
    });
  }

  #assertSaved(): void {
    const { state, stopped } = this;
    if (stopped !== null) throw stopped;
    if (state.kind !== 'not-saved') return;
    const next = 'The file was not written anew. Try again once it can be saved.';
    throw new HostError({ code: 'internal', sentence: state.sentence, next });
  }
}

const OTHERS_WRITE: Reason = {
  sentence: 'Another program keeps changing the file.',
  next: 'Stop it, or save a copy elsewhere.',
};

const reasonOf = ({ sentence, next }: Reason): Reason => ({ sentence, next });
