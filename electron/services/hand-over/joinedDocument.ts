import * as Y from 'yjs';
import { HostError } from '../../../shared/contract/errors.ts';
import type { SaveState } from '../../../shared/contract/saveState.ts';
import { malformedUpdate as whyMalformed } from '../../../shared/sync/boundedUpdate.ts';
import type {
  OpenDocument,
  OpenDocumentListener,
  Opening,
  SchemaGate,
  StoredImage,
} from '../open-document/index.ts';
import { malformedUpdate, UnknownToSchema } from '../open-document/refusals.ts';
import { HandOverLink, HolderGone } from './handOverLink.ts';

/**
 * A document whose file another process of this user writes. What is typed here is handed over to it and counts
 * as saved when it says so; what is typed there comes back over the same line. When the holder goes, this
 * process takes the file over, and hands in what was still under way.
 */
export class JoinedDocument implements OpenDocument {
  readonly #own: OpenDocument;
  readonly #realPath: string;
  readonly #gate: SchemaGate;
  readonly #listeners = new Map<OpenDocumentListener, () => void>();
  /** All that this process knows: the file, and what came over the line or was typed here since. */
  readonly #replica = new Y.Doc({ gc: true });
  #link: HandOverLink | null;
  /** Set when the holder sent what must not come in: nothing comes in or goes out from then on. */
  #refused: HostError | null = null;
  #takingOver: Promise<void> = Promise.resolve();

  private constructor(own: OpenDocument, realPath: string, gate: SchemaGate, link: HandOverLink) {
    this.#own = own;
    this.#realPath = realPath;
    this.#gate = gate;
    this.#link = link;
    Y.applyUpdate(this.#replica, own.state());
    own.subscribe({ update: (update) => Y.applyUpdate(this.#replica, update), saveState: () => {} });
    this.#attach(link);
  }

  /** Joins the holder of a document that was opened read-only for that reason; the document itself when it cannot. */
  static async join(own: OpenDocument, realPath: string, gate: SchemaGate): Promise<OpenDocument> {
    const link = await linkTo(own, realPath);
    return link === null ? own : new JoinedDocument(own, realPath, gate, link);
  }

  get documentId(): string {
    return this.#own.documentId;
  }

  get path(): string {
    return this.#own.path;
  }

  get opening(): Opening {
    return { ...this.#own.opening, readOnly: null };
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#replica);
  }

  async push(update: Uint8Array, from: unknown): Promise<void> {
    for (;;) {
      await this.#takingOver;
      if (this.#refused !== null) throw new HostError({ ...this.#refused.value(), code: 'read-only' });
      const link = this.#link;
      if (link === null) return this.#own.push(update, from);
      try {
        const pushed = link.push(update);
        this.#spread(update, from);
        return await pushed;
      } catch (error) {
        if (!(error instanceof HolderGone)) throw error;
      }
    }
  }

  async putImage(bytes: Uint8Array, mediaType: string): Promise<string> {
    for (;;) {
      await this.#takingOver;
      const link = this.#link;
      if (link === null) return this.#own.putImage(bytes, mediaType);
      try {
        const hash = await link.putImage(bytes, mediaType);
        await this.#own.lookOutside();
        return hash;
      } catch (error) {
        if (!(error instanceof HolderGone)) throw error;
      }
    }
  }

  image(hash: string): StoredImage | null {
    return this.#own.image(hash);
  }

  saveState(): SaveState {
    if (this.#refused !== null) {
      const { sentence, next } = this.#refused;
      return { kind: 'read-only', sentence, next, remedy: null };
    }
    return this.#link?.saveState ?? this.#own.saveState();
  }

  subscribe(listener: OpenDocumentListener): () => void {
    const stop = this.#own.subscribe({
      update: (update, from) => listener.update(update, from),
      saveState: (state) => {
        if (this.#link === null && this.#refused === null) listener.saveState(state);
      },
      notice: (notice) => {
        // What the holder wrote is no change from outside.
        if (this.#link === null || notice.kind !== 'merged-outside-change') listener.notice?.(notice);
      },
    });
    this.#listeners.set(listener, stop);
    return () => {
      stop();
      this.#listeners.delete(listener);
    };
  }

  async retry(): Promise<void> {
    if (this.#link === null && this.#refused === null) await this.#own.retry();
  }

  lookOutside(): Promise<void> {
    return this.#own.lookOutside();
  }

  compact(): Promise<string | null> {
    return this.#own.compact();
  }

  removeDeletedText(): Promise<string | null> {
    return this.#own.removeDeletedText();
  }

  async close(): Promise<void> {
    const link = this.#link;
    this.#link = null;
    link?.close();
    await this.#own.close();
    this.#replica.destroy();
  }

  #attach(link: HandOverLink): void {
    this.#hear(link.firstState, link);
    link.listen({
      update: (update) => this.#hear(update, link),
      saveState: (state) => this.#tell((listener) => listener.saveState(state)),
      closed: () => {
        if (this.#link !== link) return;
        this.#takingOver = this.#takeOver();
      },
    });
  }

  /** What the holder sends passes the doors that everything foreign passes, before Yjs or a window gets it. */
  #hear(update: Uint8Array, link: HandOverLink): void {
    if (this.#refused !== null) return;
    this.#refused = this.#refusalOf(update);
    if (this.#refused === null) {
      this.#spread(update, link);
      return;
    }
    this.#link = null;
    link.close();
    this.#tell((listener) => listener.saveState(this.saveState()));
  }

  #refusalOf(update: Uint8Array): HostError | null {
    const problem = whyMalformed(update);
    if (problem !== null) return malformedUpdate(problem);
    const answer = this.#gate(update, this.#replica);
    return answer.kind === 'unknown' ? new UnknownToSchema(answer.what) : null;
  }

  /** The holder is gone: the file is free, or somebody else was quicker and is joined. */
  async #takeOver(): Promise<void> {
    this.#link = null;
    await this.#own.retry();
    if (this.#own.saveState().kind === 'read-only') {
      this.#link = await linkTo(this.#own, this.#realPath);
      if (this.#link !== null) this.#attach(this.#link);
    } else {
      // What came over the line and was not yet in the file when the holder went.
      const known = Y.encodeStateVectorFromUpdate(this.#own.state());
      await this.#own.push(Y.encodeStateAsUpdate(this.#replica, known), this);
    }
    this.#tell((listener) => listener.saveState(this.saveState()));
  }

  #spread(update: Uint8Array, from: unknown): void {
    Y.applyUpdate(this.#replica, update);
    this.#tell((listener) => listener.update(update, from));
  }

  #tell(say: (listener: OpenDocumentListener) => void): void {
    for (const listener of [...this.#listeners.keys()]) say(listener);
  }
}

async function linkTo(own: OpenDocument, realPath: string): Promise<HandOverLink | null> {
  const address = own.opening.heldBy?.address ?? null;
  const link = address === null ? null : await HandOverLink.join(address, realPath);
  if (link === null || link.documentId === own.documentId) return link;
  link.close();
  return null;
}
