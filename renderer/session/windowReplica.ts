import { clearDocument, IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { FROM_HOST } from './origins.ts';
import { type Mark, readMarks, readUpdates, writeMark } from './replicaMarks.ts';

/** How long everything has to have been acknowledged before the replica says so, in milliseconds. */
const SETTLED = 1000;
const PREFIX = 'debrief/';

/** What a window opens. */
export interface Replicated {
  readonly documentId: string;
  /** The token of the file. */
  readonly file: string;
  /** False when the file lacks something of what was saved in it, which a replica may still have. */
  readonly isWhole: boolean;
  /** The tokens of all files of the library, where the file is one of them; null where that cannot be known. */
  readonly library: (() => Promise<readonly string[] | null>) | null;
}

/**
 * The window's own replica of a document in one file: keystrokes that the host has not yet acknowledged survive a
 * crash here. What was acknowledged is the file's alone, and counts only where the file has lost it: another file of
 * the same document, such as a copy that was put aside, must not be changed by what an earlier window saw. So the
 * replica is cleared by the last window that lets the document go, and, after a crash, by the next one that finds
 * everything in it acknowledged and the file whole. What waited for a file of the library that is no more, as when it
 * was renamed, goes to the next file of its document that is opened there. Of files elsewhere nobody knows whether they
 * are still there: what waits for them waits.
 */
export class WindowReplica {
  readonly #name: string;
  readonly #doc: Y.Doc;
  /** Null where this machine keeps nothing for windows: the host still has all that is acknowledged. */
  #persistence: IndexeddbPersistence | null = null;
  #isLost = false;
  readonly #window = crypto.randomUUID();
  /** Windows that are gone and left something unacknowledged, which is in the document now. */
  #heirTo: readonly string[];
  /** Replicas of files that are no more, of which this document has what waited. */
  #inherited: readonly string[] = [];
  #mark: Mark = 'acknowledged';
  #settling: number | undefined;
  #letGo: () => void = () => undefined;
  #released: Promise<unknown> = Promise.resolve();

  private constructor(name: string, doc: Y.Doc, heirTo: readonly string[]) {
    this.#name = name;
    this.#doc = doc;
    this.#heirTo = heirTo;
  }

  /** Attaches to an empty Y.Doc and fills it with what was kept and not acknowledged. */
  static attach(doc: Y.Doc, opened: Replicated): Promise<WindowReplica> {
    const name = nameOf(opened);
    return navigator.locks.request(`${name}/attaching`, async () => {
      try {
        const left = (await whenAlone(name, () => leftBehind(name, opened.isWhole))) ?? [];
        const replica = new WindowReplica(name, doc, left);
        await replica.#open(left);
        for (const other of await waitingForGoneFiles(opened)) await replica.#inherit(other);
        return replica;
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
        return new WindowReplica(name, doc, []);
      }
    });
  }

  async #open(left: readonly string[]): Promise<void> {
    const persistence = new IndexeddbPersistence(this.#name, this.#doc);
    // From here on through `#hear`, which lets no trouble of the storage reach the document.
    this.#doc.off('update', persistence._storeUpdate);
    // Where the storage cannot be opened, that is a plain error, and it is never synced.
    await persistence._db.catch((error: unknown) => {
      this.#doc.off('destroy', persistence.destroy);
      throw new DOMException(String(error), 'UnknownError');
    });
    await persistence.whenSynced;
    await this.#holdLock();
    this.#persistence = persistence;
    this.#doc.on('update', this.#hear);
    for (const gone of left) this.#store(gone, 'waiting');
    this.#store(this.#window, 'acknowledged');
  }

  async #inherit(other: string): Promise<void> {
    for (const update of await readUpdates(other)) Y.applyUpdate(this.#doc, update, INHERITED);
    this.#inherited = [...this.#inherited, other];
  }

  /** Says whether the host has everything that was typed here, and all that was found when this was attached. */
  settle(isAcknowledged: boolean): void {
    window.clearTimeout(this.#settling);
    if (isAcknowledged) this.#settling = window.setTimeout(() => this.#settleMarks(), SETTLED);
  }

  /** @param acknowledged whether the host has everything; otherwise the replica is kept for the next opening */
  async detach(acknowledged: boolean): Promise<void> {
    window.clearTimeout(this.#settling);
    this.#doc.off('update', this.#hear);
    if (acknowledged) this.#settleMarks();
    if (this.#persistence === null) return;
    await this.#persistence.destroy();
    this.#letGo();
    await this.#released;
    // Not what a window that crashed meanwhile has left.
    if (acknowledged) await unlessUnusable(() => whenAlone(this.#name, () => leftBehind(this.#name, true)));
  }

  /** Whatever is stored of what was typed here has been marked as waiting before. */
  readonly #hear = (update: Uint8Array, origin: unknown): void => {
    if (origin === this.#persistence) return;
    if (origin !== FROM_HOST) {
      window.clearTimeout(this.#settling);
      this.#write('waiting');
    }
    this.#whileUsable((persistence) => persistence._storeUpdate(update, origin));
  };

  /** A person can clear what a browser stores at any time: the host has the document all the same. */
  #whileUsable(act: (persistence: IndexeddbPersistence) => void): void {
    if (this.#persistence === null || this.#isLost) return;
    try {
      act(this.#persistence);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.#isLost = true;
    }
  }

  #settleMarks(): void {
    this.#write('acknowledged');
    for (const gone of this.#heirTo) this.#store(gone, 'acknowledged');
    this.#heirTo = [];
    const inherited = this.#inherited;
    this.#inherited = [];
    void unlessUnusable(async () => {
      for (const name of inherited) await whenAlone(name, () => clearDocument(name));
    });
  }

  #write(mark: Mark): void {
    if (mark === this.#mark) return;
    this.#mark = mark;
    this.#store(this.#window, mark);
  }

  #store(owner: string, mark: Mark): void {
    this.#whileUsable(({ db }) => {
      if (db !== null) writeMark(db, owner, mark);
    });
  }

  /** Held by every window that has the file, so that none clears what another still needs. */
  #holdLock(): Promise<void> {
    return new Promise((held) => {
      const over = new Promise<void>((letGo) => {
        this.#letGo = letGo;
      });
      this.#released = navigator.locks.request(this.#name, { mode: 'shared' }, () => {
        held();
        return over;
      });
    });
  }
}

const INHERITED = Symbol('from the replica of a file that is no more');

const LISTED = `${PREFIX}library/`;
const ELSEWHERE = `${PREFIX}elsewhere/`;

const nameOf = ({ documentId, file, library }: Omit<Replicated, 'isWhole'>): string =>
  `${library === null ? ELSEWHERE : LISTED}${documentId}/${file}`;

/** The replicas of the document's files that are no more in which something waits; what is spent of them is cleared. */
async function waitingForGoneFiles({ documentId, file, library }: Replicated): Promise<readonly string[]> {
  if (library === null) return [];
  const databases = await indexedDB.databases();
  const nameAt = (other: string): string => nameOf({ documentId, file: other, library });
  const others = databases
    .map(({ name }) => name ?? '')
    .filter((name) => name.startsWith(nameAt('')) && name !== nameAt(file));
  if (others.length === 0) return [];
  const known = await library();
  if (known === null) return [];
  const there = new Set(known.map(nameAt));
  const waiting: string[] = [];
  for (const name of others.filter((other) => !there.has(other))) {
    const left = await whenAlone(name, () => leftBehind(name, true));
    if (left !== null && left.length > 0) waiting.push(name);
  }
  return waiting;
}

/** Where the browser can store nothing, or no longer, there is nothing to clear. */
async function unlessUnusable(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/**
 * Clears a replica that is spent; one whose file lacks something is kept for what it may have.
 *
 * @returns the windows that left something in it that waits, or may
 * @throws DOMException where the browser can store nothing
 */
async function leftBehind(name: string, isWhole: boolean): Promise<readonly string[]> {
  const marks = await readMarks(name);
  if (marks === null) return [];
  const owners = Object.keys(marks);
  // Another version, which left no marks, may have left anything.
  if (owners.length === 0) return ['unmarked'];
  const waiting = owners.filter((owner) => marks[owner] !== 'acknowledged');
  if (waiting.length === 0 && isWhole) await clearDocument(name);
  return waiting;
}

/** Does it while no window has the replica. @returns null, and does nothing, where one has */
const whenAlone = <T>(name: string, act: () => Promise<T>): Promise<T | null> =>
  navigator.locks.request(name, { mode: 'exclusive', ifAvailable: true }, (lock) =>
    lock === null ? null : act(),
  );
