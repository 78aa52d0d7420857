import * as Y from 'yjs';

/**
 * Sends edits to the host. While one call is under way, what is typed meanwhile is merged into the next; in a
 * hurry nothing waits, so that the host has everything although it cannot save it. An edit leaves the queue only
 * when the host says that it is safe on disk.
 */
export class PushQueue {
  readonly #push: (update: Uint8Array) => Promise<void>;
  readonly #changed: () => void;
  readonly #calls = new Set<Promise<void>>();
  #waiting: Uint8Array[] = [];
  #isInHurry = false;
  #failure: unknown = null;

  /** @param changed is called whenever {@link isEmpty} or {@link failure} may have changed */
  constructor(push: (update: Uint8Array) => Promise<void>, changed: () => void) {
    this.#push = push;
    this.#changed = changed;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0 && this.#calls.size === 0;
  }

  /** Why the last call failed, or null. */
  get failure(): unknown {
    return this.#failure;
  }

  /** The host cannot save: what is typed is handed over at once, for the copy that it keeps elsewhere. */
  hurry(isInHurry: boolean): void {
    this.#isInHurry = isInHurry;
    if (isInHurry) this.#send();
  }

  add(update: Uint8Array): void {
    this.#waiting.push(update);
    this.#changed();
    this.#send();
  }

  /** Sends what waits; resolves when nothing waits or a call failed. */
  async flush(): Promise<void> {
    this.#send();
    while (this.#calls.size > 0) await Promise.race(this.#calls);
  }

  #send(): void {
    if (this.#waiting.length === 0 || (this.#calls.size > 0 && !this.#isInHurry)) return;
    const [first, ...others] = this.#waiting;
    if (first === undefined) return;
    const update = others.length === 0 ? first : Y.mergeUpdates([first, ...others]);
    this.#waiting = [];
    const call = this.#deliver(update).then((isDelivered) => {
      this.#calls.delete(call);
      if (isDelivered) this.#send();
      this.#changed();
    });
    this.#calls.add(call);
  }

  async #deliver(update: Uint8Array): Promise<boolean> {
    try {
      await this.#push(update);
      this.#failure = null;
      return true;
    } catch (error) {
      this.#waiting = [update, ...this.#waiting];
      this.#failure = error;
      return false;
    }
  }
}
