import { clearDocument, IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import { FROM_HOST } from './origins.ts';
import { type Mark, readMarks, writeMark } from './replicaMarks.ts';

/** How long everything has to have been acknowledged before the replica says so, in milliseconds. */
const SETTLED = 1000;
const PREFIX = 'debrief/';

/**
 * The window's own replica of a document: keystrokes that the host has not yet acknowledged survive a crash
 * here. What was acknowledged is the file's alone: another file of the same document, such as a copy that was put
 * aside, must not be changed by what an earlier window saw. So the replica is cleared by the last window that lets
 * the document go, and, after a crash, by the next one that finds everything in it acknowledged.
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
  #mark: Mark = 'acknowledged';
  #settling: number | undefined;
  #letGo: () => void = () => undefined;
  #released: Promise<unknown> = Promise.resolve();

  private constructor(name: string, doc: Y.Doc, heirTo: readonly string[]) {
    this.#name = name;
    this.#doc = doc;
    this.#heirTo = heirTo;
  }

  /**
   * Attaches to an empty Y.Doc and fills it with what was kept and not acknowledged. While a window has another
   * file of the same document, the replica is that one's, and this window keeps none.
   *
   * @param file the token of the file
   * @param isWhole false when the file lacks something, which a replica may still have
   */
  static attach(documentId: string, file: string, doc: Y.Doc, isWhole: boolean): Promise<WindowReplica> {
    const name = PREFIX + documentId;
    return whileNoneAttaches(name, async () => {
      let left: readonly string[];
      try {
        left = (await whenAlone(name, () => leftBehind(name, isWhole))) ?? [];
      } catch (error) {
        if (error instanceof DOMException) return new WindowReplica(name, doc, []);
        throw error;
      }
      const replica = new WindowReplica(name, doc, left);
      if (await isOfAnotherFile(name, file)) return replica;
      await replica.#holdLocks([name, ofFile(name, file)]);
      replica.#persistence = new IndexeddbPersistence(name, doc);
      await replica.#persistence.whenSynced;
      // From here on through `#hear`, which lets no trouble of the storage reach the document.
      doc.off('update', replica.#persistence._storeUpdate);
      doc.on('update', replica.#hear);
      for (const gone of left) replica.#store(gone, 'waiting');
      replica.#store(replica.#window, 'acknowledged');
      return replica;
    });
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

  /** Held by every window that has the document, so that none clears what another still needs. */
  #holdLocks(names: readonly string[]): Promise<void> {
    return new Promise((held) => {
      const over = new Promise<void>((letGo) => {
        this.#letGo = letGo;
      });
      const hold = ([name, ...others]: readonly string[]): Promise<unknown> => {
        if (name !== undefined) return navigator.locks.request(name, { mode: 'shared' }, () => hold(others));
        held();
        return over;
      };
      this.#released = hold(names);
    });
  }
}

const ofFile = (name: string, file: string): string => `${name}@${file}`;

async function isOfAnotherFile(name: string, file: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some((lock) => lock.name?.startsWith(ofFile(name, '')) && lock.name !== ofFile(name, file));
}

/** Clears what windows that crashed have left of documents, where the files have all of it. */
export async function clearSpentReplicas(): Promise<void> {
  await unlessUnusable(async () => {
    const databases = await indexedDB.databases();
    const names = databases.map(({ name }) => name ?? '').filter((name) => name.startsWith(PREFIX));
    for (const name of names)
      await whileNoneAttaches(name, () => whenAlone(name, () => leftBehind(name, true)));
  });
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

const whileNoneAttaches = <T>(name: string, act: () => Promise<T>): Promise<T> =>
  navigator.locks.request(`${name}/attaching`, act);
