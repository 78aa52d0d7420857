import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

/**
 * The window's own replica of a document: keystrokes that the host has not yet acknowledged survive a crash
 * here. It is cleared by the last window that lets the document go with everything acknowledged.
 */
export class WindowReplica {
  readonly #persistence: IndexeddbPersistence;
  readonly #lock: string;
  #letGo: () => void = () => undefined;

  private constructor(documentId: string, doc: Y.Doc) {
    this.#lock = `debrief/${documentId}`;
    this.#persistence = new IndexeddbPersistence(this.#lock, doc);
  }

  /** Attaches to an empty Y.Doc and fills it with what was kept. */
  static async attach(documentId: string, doc: Y.Doc): Promise<WindowReplica> {
    const replica = new WindowReplica(documentId, doc);
    await replica.#holdLock();
    await replica.#persistence.whenSynced;
    return replica;
  }

  /** Held by every window that has the document, so that none clears what another still needs. */
  #holdLock(): Promise<void> {
    return new Promise((held) => {
      void navigator.locks.request(this.#lock, { mode: 'shared' }, () => {
        held();
        return new Promise<void>((letGo) => {
          this.#letGo = letGo;
        });
      });
    });
  }

  /** @param acknowledged whether the host has everything; otherwise the replica is kept for the next opening */
  async detach(acknowledged: boolean): Promise<void> {
    this.#letGo();
    if (!acknowledged) return this.#persistence.destroy();
    await navigator.locks.request(this.#lock, { mode: 'exclusive', ifAvailable: true }, (lock) =>
      lock === null ? this.#persistence.destroy() : this.#persistence.clearData(),
    );
  }
}
