import type { HeldFile } from '../../storage/heldFile.ts';
import type { HostReplica } from './hostReplica.ts';
import type { OpenRequest } from './openDocumentTypes.ts';
import { type FileSide, type FollowingListener, OutsideChange } from './outsideChange.ts';

/** Reads along in a file that this process must not write: another one holds it, or it is write-protected. */
export class Following implements FileSide {
  readonly how = 'read';
  readonly #outside: OutsideChange;
  readonly #replica: HostReplica;
  readonly #inDoubt: () => void;
  #held: HeldFile;
  #turns: Promise<void> = Promise.resolve();

  constructor(request: OpenRequest, replica: HostReplica, held: HeldFile, listener: FollowingListener) {
    this.#held = held;
    this.#replica = replica;
    this.#inDoubt = () => listener.inDoubt();
    this.#outside = new OutsideChange(request, replica, this, listener);
  }

  get held(): HeldFile {
    return this.#held;
  }

  async hold(held: HeldFile): Promise<void> {
    const old = this.#held;
    await this.takeRest();
    this.#held = held;
    await old.file.close();
  }

  /**
   * Takes what stands beside the text in the file that was followed until now, and was not read yet: it may not be
   * where the path leads to now. Its text comes from whoever holds it.
   */
  async takeRest(): Promise<void> {
    try {
      const { scan } = await this.#held.file.readGrowth();
      this.#replica.takeBesides(scan.records);
    } catch {
      return;
    }
  }

  repairBeginning(): void {}

  /** Takes in what changed. A file that cannot be read just now leaves the document as it was. */
  turn(): Promise<void> {
    this.#turns = this.#turns.then(async () => {
      try {
        const look = await this.#held.file.look();
        if (look.kind !== 'grew' && look.kind !== 'same') this.#inDoubt();
        if (look.kind !== 'gone' && look.kind !== 'same') await this.#outside.take(look);
      } catch {
        return;
      }
    });
    return this.#turns;
  }

  async close(): Promise<void> {
    await this.#turns;
    await this.#held.file.close();
  }
}
