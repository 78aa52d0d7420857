import { connect, type Socket } from 'node:net';
import { HostError } from '../../../shared/contract/errors.ts';
import type { Notice } from '../../../shared/contract/notice.ts';
import type { SaveState } from '../../../shared/contract/saveState.ts';
import type { RecordContent } from '../../storage/format/record.ts';
import { type Asked, readMessages, type Said, saidSchema, sendMessage } from './messages.ts';

export interface LinkListener {
  update(update: Uint8Array): void;
  /** {@link HandOverLink.saveState} or {@link HandOverLink.isSilent} may be another now. */
  changed(): void;
  notice(notice: Notice): void;
  /** The holder is gone. Called once. */
  closed(): void;
}

interface Waiting {
  readonly resolve: (value: string | null) => void;
  readonly reject: (error: Error) => void;
  readonly callOffSilence: () => void;
}

/** Thrown for what was still under way when the holder went. */
export class HolderGone extends Error {
  override readonly name = 'HolderGone';
}

/** A holder that does not answer the first question within this many milliseconds counts as gone. */
const FIRST_ANSWER = 5_000;
/** One that leaves a later question unanswered for this many milliseconds counts as silent, until it answers. */
const PATIENCE = 4_000;

/** The line to the process that holds a file. */
export class HandOverLink {
  readonly documentId: string;
  /** Where the file was when it was joined: without symbolic links. */
  readonly realPath: string;
  /** How the holder names the file; it may be a symbolic link. */
  readonly holderPath: string;
  readonly firstState: Uint8Array;
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  /** Of the questions that wait, those that have waited for too long. */
  readonly #overdue = new Set<number>();
  #listener: LinkListener | null = null;
  #early: Said[] = [];
  #saveState: SaveState;
  #nextId = 1;

  private constructor(socket: Socket, realPath: string, joined: Extract<Said, { kind: 'joined' }>) {
    this.#socket = socket;
    this.documentId = joined.documentId;
    this.realPath = realPath;
    this.holderPath = joined.path;
    this.firstState = joined.state;
    this.#saveState = joined.saveState;
  }

  /** Joins the holder's document; null when there is nobody at the address, or it does not have the file. */
  static join(address: string, realPath: string): Promise<HandOverLink | null> {
    return new Promise((done) => {
      const socket = connect(address);
      let link: HandOverLink | null = null;
      const timer = setTimeout(() => socket.destroy(), FIRST_ANSWER);
      socket.on('connect', () => sendMessage(socket, { kind: 'join', realPath }));
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        clearTimeout(timer);
        if (link === null) done(null);
        else link.#ended();
      });
      readMessages(socket, (message) => {
        const said = saidSchema.parse(message);
        if (link !== null) link.#hear(said);
        else if (said.kind === 'joined') {
          clearTimeout(timer);
          link = new HandOverLink(socket, realPath, said);
          done(link);
        } else socket.destroy();
      });
    });
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed;
  }

  get saveState(): SaveState {
    return this.#saveState;
  }

  /** Whether the holder leaves something unanswered: it is stopped, or hangs. */
  get isSilent(): boolean {
    return this.#overdue.size > 0;
  }

  listen(listener: LinkListener): void {
    this.#listener = listener;
    for (const said of this.#early) this.#hear(said);
    this.#early = [];
    if (!this.isOpen) listener.closed();
  }

  /** Resolves when the holder says that it is safe. Rejects with HostError, or HolderGone. */
  async push(update: Uint8Array): Promise<void> {
    await this.#ask((id) => ({ kind: 'push', id, update }));
  }

  /** Resolves with the hash of the picture. */
  async putImage(bytes: Uint8Array, mediaType: string): Promise<string> {
    return (await this.#ask((id) => ({ kind: 'image', id, bytes, mediaType }))) ?? '';
  }

  /** Resolves like {@link push}. */
  async putUnknown({ type, payload }: RecordContent): Promise<void> {
    await this.#ask((id) => ({ kind: 'unknown', id, type, payload }));
  }

  /** Resolves when the holder has looked at the file, and said what it found. */
  async look(): Promise<void> {
    await this.#ask((id) => ({ kind: 'look', id }));
  }

  /** Resolves when the holder has tried to save again. */
  async retry(): Promise<void> {
    await this.#ask((id) => ({ kind: 'retry', id }));
  }

  /** Has the holder write the file anew. Resolves with where a damaged one is kept, or null. */
  compact(): Promise<string | null> {
    return this.#ask((id) => ({ kind: 'compact', id }));
  }

  close(): void {
    this.#listener = null;
    this.#socket.destroy();
  }

  #ask(question: (id: number) => Asked): Promise<string | null> {
    return new Promise((resolve, reject) => {
      if (!this.isOpen) {
        reject(new HolderGone());
        this.#ended();
        return;
      }
      const id = this.#nextId;
      this.#nextId += 1;
      const timer = setTimeout(() => this.#miss(id), PATIENCE);
      this.#waiting.set(id, { resolve, reject, callOffSilence: () => clearTimeout(timer) });
      sendMessage(this.#socket, question(id));
    });
  }

  #hear(said: Said): void {
    if (said.kind === 'done') this.#settle(said.id, (waiting) => waiting.resolve(said.value));
    else if (said.kind === 'failed')
      this.#settle(said.id, (waiting) => waiting.reject(new HostError(said.error)));
    else if (this.#listener === null) this.#early.push(said);
    else if (said.kind === 'update') this.#listener.update(said.update);
    else if (said.kind === 'notice') this.#listener.notice(said.notice);
    else if (said.kind === 'save-state') {
      this.#saveState = said.state;
      this.#listener.changed();
    }
  }

  #settle(id: number, act: (waiting: Waiting) => void): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (waiting === undefined) return;
    waiting.callOffSilence();
    act(waiting);
    if (this.#overdue.delete(id) && !this.isSilent) this.#listener?.changed();
  }

  #miss(id: number): void {
    this.#overdue.add(id);
    this.#listener?.changed();
  }

  #ended(): void {
    for (const { reject, callOffSilence } of this.#waiting.values()) {
      callOffSilence();
      reject(new HolderGone());
    }
    this.#waiting.clear();
    this.#overdue.clear();
    this.#listener?.closed();
    this.#listener = null;
  }
}
