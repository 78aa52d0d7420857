import type { SaveState } from '../../../shared/contract/saveState.ts';
import type { Holder } from '../../storage/claimSocket.ts';
import { diskTrouble } from '../../storage/diskTrouble.ts';
import type { FileSystem } from '../../storage/fileSystem.ts';
import type { OwnDocument, Reason } from '../open-document/index.ts';
import { isOwnAddress } from './handOverAddress.ts';
import { HandOverLink } from './handOverLink.ts';
import { leadsElsewhere } from './leadsElsewhere.ts';

export interface SuccessionListener {
  /** All that this process knows of the document, as an update. */
  known(): Uint8Array;
  /** Another process holds the file, and this is the link to it. */
  joined(link: HandOverLink): void;
  /** The own document holds the file from now on. */
  tookOver(): void;
  /** An attempt has ended. */
  changed(): void;
}

/** Milliseconds between two attempts: the first time, and at most. */
const FIRST_WAIT = 250;
const LAST_WAIT = 30_000;
/** Attempts that fail before it is said: whoever takes a file needs a moment until it can be joined. */
const PATIENCE = 3;
/** A link that lasts less than these milliseconds is brief: so many in a row as there is patience for are one failure. */
const BRIEF = 1_000;

/**
 * Who holds the file of a document: the own document, or another process. When the holder goes, the file is taken
 * over, or whoever was quicker is joined; as long as neither can be done, it is tried again. When the path leads to
 * a file that another process holds, the own document lets go of its own, and that process is joined.
 */
export class Succession {
  readonly #own: OwnDocument;
  readonly #fs: FileSystem;
  readonly #listener: SuccessionListener;
  #link: HandOverLink | null;
  #attempt: Promise<void> | null = null;
  #failures = 0;
  #joinedAt = 0;
  /** Links in a row that were brief. */
  #briefLinks = 0;
  #trouble: Reason | null = null;
  #lastSaid: SaveState = { kind: 'saving' };
  /** Set from the moment that a holder goes until it is known who comes after it. */
  #vacancy: Vacancy | null = null;
  #hasTaken: boolean;
  #isEnded = false;
  #callOff = () => {};

  /** @param link the first one; without it the own document holds the file, or is read-only until an attempt succeeds */
  constructor(own: OwnDocument, fs: FileSystem, link: HandOverLink | null, listener: SuccessionListener) {
    this.#own = own;
    this.#fs = fs;
    this.#link = link;
    this.#listener = listener;
    this.#hasTaken = own.holdsFile;
    if (!this.#isReached) this.#tryLater();
  }

  /** To the holder; null when the own document takes or refuses what is typed, or there is none now. */
  get link(): HandOverLink | null {
    return this.#link;
  }

  get isVacant(): boolean {
    return this.#vacancy !== null;
  }

  /** Whether the own document holds the file, and has not been given yet what only this process knows. */
  get isTakingOver(): boolean {
    return this.#own.holdsFile && !this.#hasTaken;
  }

  /** Why there is no holder yet, once that has lasted; null otherwise. */
  get trouble(): Reason | null {
    return this.#trouble;
  }

  /** What the last holder said before it went; once an attempt has failed, nobody knows whether it is still so. */
  get lastSaid(): SaveState {
    return this.#lastSaid;
  }

  /** Resolves when there is a holder, the own document says why it is none, or this has {@link end ended}. */
  async settled(): Promise<void> {
    while (this.#vacancy !== null) await this.#vacancy.over;
  }

  /** To be told when a link has closed. */
  lost(link: HandOverLink): void {
    if (this.#link !== link) return;
    this.#link = null;
    this.#lastSaid = link.saveState;
    this.#vacancy ??= newVacancy();
    this.#briefLinks = Date.now() - this.#joinedAt < BRIEF ? this.#briefLinks + 1 : 0;
    this.#failures = Math.max(0, this.#briefLinks - PATIENCE);
    if (this.#failures === 0) void this.attempt();
    else {
      this.#trouble = HANGS_UP;
      this.#tryLater();
      this.#listener.changed();
    }
  }

  /** Leaves a holder that has another file than the own document. Nobody knows then what the file of that one lacks. */
  leave(link: HandOverLink): void {
    if (this.#link !== link) return;
    link.close();
    this.lost(link);
    this.#lastSaid = { kind: 'saving' };
  }

  /** To be told when the file may lack what the last holder said was saved in it. */
  doubt(): void {
    if (this.#lastSaid.kind === 'saved') this.#lastSaid = { kind: 'saving' };
  }

  /**
   * To be told when `holder` has the file that the path leads to now, and the own document holds another: that one is
   * let go of. Returns false when nothing comes of it now.
   */
  displaced(holder: Holder): boolean {
    if (this.#isEnded || this.#attempt !== null || !this.#own.holdsFile) return false;
    this.#hasTaken = false;
    this.#lastSaid = { kind: 'saving' };
    this.#failures = 0;
    this.#vacancy ??= newVacancy();
    this.#attempt = this.#own
      .letGo(holder)
      .then(() => this.#tryOnce('leave'))
      .finally(() => {
        this.#attempt = null;
      });
    return true;
  }

  /** Tries at once to take the file over, or to join who holds it. Resolves after the attempt, whatever came of it. */
  attempt(whenGone: 'write' | 'leave' = 'leave'): Promise<void> {
    this.#attempt ??= this.#tryOnce(whenGone).finally(() => {
      this.#attempt = null;
    });
    return this.#attempt;
  }

  /** The same for a person who asks for it: a deleted file is written anew. */
  async retry(): Promise<void> {
    await this.#attempt;
    if (!this.#isReached) await this.attempt('write');
  }

  /** A holder that could be joined may just be opening or closing the document: it is given that moment. */
  async begin(): Promise<void> {
    for (
      let tries = 0;
      tries < PATIENCE && !this.#isEnded && !this.#isReached && this.#mayBeJoined;
      tries++
    ) {
      await new Promise((later) => setTimeout(later, FIRST_WAIT));
      await this.attempt();
    }
  }

  /** Lets the holder go and tries no more. Resolves when no attempt is under way any more. */
  async end(): Promise<void> {
    this.#isEnded = true;
    this.#callOff();
    this.#link?.close();
    this.#link = null;
    await this.#attempt;
    this.#fill();
  }

  get #isReached(): boolean {
    return this.#link !== null || this.#own.holdsFile;
  }

  get #mayBeJoined(): boolean {
    return (this.#own.opening.heldBy?.address ?? null) !== null;
  }

  async #tryOnce(whenGone: 'write' | 'leave'): Promise<void> {
    if (this.#isEnded) return;
    this.#callOff();
    const trouble = await this.#reach(whenGone);
    if (this.#isEnded) return;
    if (trouble === null) this.#fill();
    else {
      this.#failures += 1;
      this.doubt();
      this.#trouble = this.#failures < PATIENCE ? null : trouble;
      this.#tryLater();
    }
    this.#listener.changed();
  }

  /** Null when the file is held now, or is one that nobody here may write. */
  async #reach(whenGone: 'write' | 'leave'): Promise<Reason | null> {
    const own = this.#own;
    let failure: Reason | null = null;
    try {
      await own.retry(whenGone, this.#listener.known());
    } catch (error) {
      failure = notReached(error);
    }
    if (own.holdsFile) {
      if (this.isTakingOver) this.#listener.tookOver();
      this.#hasTaken = true;
      return null;
    }
    const state = own.saveState();
    if (failure !== null || state.kind !== 'read-only') return failure;
    if (own.opening.heldBy === null || state.remedy !== 'retry') return null;
    // A link may have been turned: the holder is asked for the file that is there now.
    await own.lookOutside();
    const link = await linkTo(own, this.#fs);
    if (link === null || !link.isOpen) {
      return { sentence: state.sentence, next: 'Close it there; saving resumes by itself.' };
    }
    if (this.#isEnded) link.close();
    else {
      this.#link = link;
      this.#joinedAt = Date.now();
      this.#listener.joined(link);
    }
    return null;
  }

  #tryLater(): void {
    const timer = setTimeout(
      () => void this.attempt(),
      Math.min(FIRST_WAIT * 2 ** Math.max(0, this.#failures - 1), LAST_WAIT),
    );
    this.#callOff = () => clearTimeout(timer);
  }

  #fill(): void {
    this.#failures = 0;
    this.#trouble = null;
    this.#vacancy?.end();
    this.#vacancy = null;
  }
}

interface Vacancy {
  readonly over: Promise<void>;
  readonly end: () => void;
}

function newVacancy(): Vacancy {
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { over, end };
}

function notReached(error: unknown): Reason {
  const { code, sentence, next } = diskTrouble(error);
  return code === 'not-found'
    ? { sentence: 'The file was deleted or moved.', next: PUT_BACK }
    : { sentence, next };
}

const HANGS_UP: Reason = {
  sentence: 'The other Debrief, which holds this file, does not take what was typed here.',
  next: 'Close it there; saving resumes by itself.',
};

const PUT_BACK = 'Put it back, and saving resumes by itself; or press Retry to write it again here.';

/**
 * A link to who holds the file of a document, as it was found last; null when it cannot be joined. One whose path leads
 * to another file is not joined: it holds this one until it can let go of it, and writes nothing to it.
 */
export async function linkTo(own: OwnDocument, fs: FileSystem): Promise<HandOverLink | null> {
  const address = own.opening.heldBy?.address ?? null;
  if (address === null || !(await isOwnAddress(address))) return null;
  const link = await HandOverLink.join(address, own.realPath);
  if (link === null) return null;
  if (link.documentId === own.documentId && !(await leadsElsewhere(fs, own, link))) return link;
  link.close();
  return null;
}
