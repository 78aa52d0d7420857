import { createHash } from 'node:crypto';
import { HostError } from '../../../shared/contract/errors.ts';
import type { SaveState } from '../../../shared/contract/saveState.ts';
import type { DebriefFile } from '../../storage/debriefFile.ts';
import { diskTrouble } from '../../storage/diskTrouble.ts';
import { encodeImagePayload } from '../../storage/format/imagePayload.ts';
import { RECORD_TYPE, type RecordContent } from '../../storage/format/record.ts';
import type { HostReplica } from './hostReplica.ts';
import type {
  OpenDocument,
  OpenDocumentListener,
  Opening,
  Reason,
  StoredImage,
} from './openDocumentTypes.ts';
import { SaveQueue } from './saveQueue.ts';

export class HostDocument implements OpenDocument {
  readonly documentId: string;
  readonly opening: Opening;
  readonly path: string;
  readonly #replica: HostReplica;
  readonly #file: DebriefFile | null;
  readonly #queue = new SaveQueue();
  readonly #listeners = new Set<OpenDocumentListener>();
  #readOnly: Reason | null;
  #trouble: Reason | null = null;
  #turn: Promise<void> = Promise.resolve();
  #shown: SaveState;

  constructor(
    path: string,
    documentId: string,
    replica: HostReplica,
    file: DebriefFile | null,
    opening: Opening,
  ) {
    this.path = path;
    this.documentId = documentId;
    this.#replica = replica;
    this.#file = file;
    this.opening = opening;
    this.#readOnly = opening.readOnly;
    this.#shown = this.saveState();
  }

  state(): Uint8Array {
    return this.#replica.state();
  }

  saveState(): SaveState {
    if (this.#readOnly !== null) return { kind: 'read-only', ...this.#readOnly };
    if (this.#trouble !== null) return { kind: 'not-saved', ...this.#trouble };
    return this.#queue.isEmpty ? { kind: 'saved' } : { kind: 'saving' };
  }

  subscribe(listener: OpenDocumentListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async push(update: Uint8Array, from: unknown): Promise<void> {
    this.#assertWritable();
    this.#replica.check(update);
    const isNew = this.#replica.take(update);
    if (isNew) for (const listener of this.#listeners) listener.update(update, from);
    await this.#save(isNew ? { type: RECORD_TYPE.update, payload: update } : null);
  }

  async putImage(bytes: Uint8Array, mediaType: string): Promise<string> {
    this.#assertWritable();
    const hash = createHash('sha256').update(bytes).digest('hex');
    const isNew = !this.#replica.images.has(hash);
    this.#replica.images.set(hash, { bytes, mediaType });
    const payload = encodeImagePayload(hash, mediaType, bytes);
    await this.#save(isNew ? { type: RECORD_TYPE.image, payload } : null);
    return hash;
  }

  image(hash: string): StoredImage | null {
    return this.#replica.images.get(hash) ?? null;
  }

  async retry(): Promise<void> {
    await this.#commit();
  }

  async lookOutside(): Promise<void> {}

  async compact(): Promise<void> {}

  async removeDeletedText(): Promise<void> {}

  async close(): Promise<void> {
    await this.#commit();
    await this.#file?.close();
  }

  async #save(record: RecordContent | null): Promise<void> {
    const saved = this.#queue.add(record);
    this.#show();
    await Promise.all([saved, this.#commit()]);
  }

  /** Writes what waits, one batch after the other; only one commit runs at a time. */
  #commit(): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      if (this.#queue.isEmpty || this.#file === null) return;
      const { size, records } = this.#queue;
      try {
        const outcome = await this.#file.append(records);
        if (outcome === 'acknowledged') {
          this.#trouble = null;
          this.#queue.acknowledge(size);
        } else {
          this.#trouble = { sentence: 'The file was changed outside.', next: 'Press Retry.' };
        }
      } catch (error) {
        this.#trouble = diskTrouble(error);
      }
      this.#show();
    });
    return this.#turn;
  }

  #assertWritable(): void {
    if (this.#readOnly !== null) throw new HostError({ code: 'read-only', ...this.#readOnly });
  }

  #show(): void {
    const state = this.saveState();
    if (JSON.stringify(state) === JSON.stringify(this.#shown)) return;
    this.#shown = state;
    for (const listener of this.#listeners) listener.saveState(state);
  }
}
