import { RECORD_HEADER_BYTES, RECORD_TYPE, type RecordContent } from './format/record.ts';

/** How much of a file is history: updates and snapshots that the last snapshot has made superfluous or will. */
export class FileHistory {
  #records = 0;
  #bytes = 0;
  #snapshotBytes = 0;

  constructor(records: readonly RecordContent[]) {
    this.add(records);
  }

  /** Records since the last snapshot. */
  get records(): number {
    return this.#records;
  }

  /** Bytes of updates and old snapshots: what writing the file anew would save. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Bytes of the last snapshot; 0 when there is none. */
  get snapshotBytes(): number {
    return this.#snapshotBytes;
  }

  add(records: readonly RecordContent[]): void {
    for (const { type, payload } of records) {
      const bytes = RECORD_HEADER_BYTES + payload.length;
      if (type === RECORD_TYPE.update) {
        this.#records++;
        this.#bytes += bytes;
      } else if (type === RECORD_TYPE.snapshot) {
        this.#records = 0;
        this.#bytes += this.#snapshotBytes;
        this.#snapshotBytes = bytes;
      }
    }
  }
}
