import * as Y from 'yjs';

/**
 * Sends edits to the host one call at a time; what is typed meanwhile is merged into the next call. An edit
 * leaves the queue only when the host says that it is safe on disk.
 */
export class PushQueue {
  readonly #push: (update: Uint8Array) => Promise<void>;
  readonly #changed: () => void;
  #pending: Uint8Array[] = [];
  #sending: Promise<void> | null = null;
  #failure: unknown = null;

  /** @param changed is called whenever {@link isEmpty} or {@link failure} may have changed */
  constructor(push: (update: Uint8Array) => Promise<void>, changed: () => void) {
    this.#push = push;
    this.#changed = changed;
  }

  get isEmpty(): boolean {
    return this.#pending.length === 0 && this.#sending === null;
  }

  /** Why the last call failed, or null. */
  get failure(): unknown {
    return this.#failure;
  }

  add(update: Uint8Array): void {
    this.#pending.push(update);
    this.#changed();
    void this.flush();
  }

  /** Sends what waits; resolves when nothing waits or a call failed. */
  async flush(): Promise<void> {
    if (this.#sending !== null) return this.#sending;
    this.#sending = this.#drain().finally(() => {
      this.#sending = null;
      this.#changed();
    });
    return this.#sending;
  }

  async #drain(): Promise<void> {
    while (this.#pending.length > 0) {
      const batch = this.#pending;
      this.#pending = [];
      const merged = batch.length === 1 && batch[0] !== undefined ? batch[0] : Y.mergeUpdates(batch);
      try {
        await this.#push(merged);
        this.#failure = null;
      } catch (error) {
        this.#pending = [merged, ...this.#pending];
        this.#failure = error;
        return;
      }
    }
  }
}
