import type { RecordContent } from '../../storage/format/record.ts';

interface Waiting {
  readonly record: RecordContent | null;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Records that the disk has not acknowledged yet, oldest first, each with the promise that waits for it. */
export class SaveQueue {
  #waiting: Waiting[] = [];

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** The records in order. */
  get records(): RecordContent[] {
    return this.#waiting.flatMap((w) => (w.record === null ? [] : [w.record]));
  }

  /** Resolves when the record is acknowledged; with null, when everything before it is. */
  add(record: RecordContent | null): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ record, resolve, reject });
    });
  }

  /** How many wait now: what one batch covers. */
  get size(): number {
    return this.#waiting.length;
  }

  acknowledge(count: number): void {
    for (const { resolve } of this.#waiting.splice(0, count)) resolve();
  }

  refuse(error: Error): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}
