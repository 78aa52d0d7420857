import * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { HostError } from '../../shared/contract/errors.ts';
import type { Notice } from '../../shared/contract/notice.ts';
import type { SaveState } from '../../shared/contract/saveState.ts';
import { judgeDocument, judgeUpdate } from '../../shared/schema/gate.ts';
import { showToast } from '../ui/toast/toasts.ts';
import { callHost, type HeldEvents, holdEvents, type LineEvent } from './host.ts';
import { isPassing, noticesAnew, withNotice } from './notices.ts';
import { FROM_HOST } from './origins.ts';
import { PersonalUndo } from './personalUndo.ts';
import { PushQueue } from './pushQueue.ts';
import { Silence } from './silence.ts';
import { whatRepairWrites } from './whatRepairWrites.ts';
import { whenInFront } from './whenInFront.ts';
import { WindowReplica } from './windowReplica.ts';

/** What a window shows of an open document beside its text. */
export interface SessionState {
  readonly save: SaveState;
  /** Set when no editor may be bound: the document holds what this version does not know. */
  readonly unbindable: string | null;
  readonly recoveredText: readonly string[];
  readonly notices: readonly Notice[];
}

/** How long a document that could not be opened again is left alone, in milliseconds. */
const NEXT_TRY = 3_000;

const NO_ANSWER: SaveState = {
  kind: 'not-saved',
  sentence: 'Not saved: Debrief does not answer. It may be waiting for the disk.',
  next: 'What you typed is kept in this window, and is saved by itself as soon as Debrief answers. If it does not, start it again.',
};

/** Notices of a file that may lack what was once saved in it. */
const TELL_OF_LOSS: ReadonlySet<Notice['kind']> = new Set([
  'damaged',
  'shorter-than-saved',
  'tail-kept-aside',
]);

interface Opened {
  readonly session: string;
  readonly documentId: string;
  readonly fileName: string;
  readonly folder: string;
}

type Findings = Pick<SessionState, 'notices' | 'recoveredText'>;

/** A document that is open in this window. */
export class DocumentSession {
  readonly file: string;
  readonly documentId: string;
  readonly fileName: string;
  readonly folder: string;
  readonly doc: Y.Doc;
  readonly undo: Y.UndoManager;
  readonly state: StoreApi<SessionState>;
  readonly #replica: WindowReplica;
  readonly #queue: PushQueue;
  readonly #silence = new Silence(() => this.#showState());
  readonly #stopListening: () => void;
  readonly #stopLooking: () => void;
  #session: string;
  #hostState: SaveState;
  /** Whether no host has a session of this document. */
  #isCutOff = false;
  #isClosed = false;
  #reopening: Promise<void> | null = null;
  #nextTry: number | undefined;
  /** The sentences of notices that were put away. */
  readonly #dismissed = new Set<string>();
  /** What the host had when the document was opened. */
  #hostVector: Uint8Array;

  /**
   * Opens in the order that keeps every replica whole: an empty Y.Doc, the window's replica, the host's state,
   * the schema gate over both, and only then an editor.
   *
   * @throws HostError
   */
  static async open(file: string): Promise<DocumentSession> {
    const news = holdEvents();
    try {
      const opened = await callHost('document.open', { file });
      const doc = new Y.Doc({ gc: true });
      const replica = await WindowReplica.attach(doc, {
        documentId: opened.documentId,
        file,
        isWhole: !opened.notices.some(({ kind }) => TELL_OF_LOSS.has(kind)),
        library: opened.isInLibrary ? filesOfLibrary : null,
      });
      Y.applyUpdate(doc, opened.state, FROM_HOST);
      const { saveState: save, notices } = opened;
      const recoveredText = withoutPlace(doc, opened.recoveredText);
      const state = { save, unbindable: null, recoveredText, notices };
      const hostVector = Y.encodeStateVectorFromUpdate(opened.state);
      return new DocumentSession(file, opened, doc, replica, state, hostVector, news);
    } catch (error) {
      news.drop();
      throw error;
    }
  }

  private constructor(
    file: string,
    opened: Opened,
    doc: Y.Doc,
    replica: WindowReplica,
    state: SessionState,
    hostVector: Uint8Array,
    news: HeldEvents,
  ) {
    this.file = file;
    this.documentId = opened.documentId;
    this.fileName = opened.fileName;
    this.folder = opened.folder;
    this.doc = doc;
    this.#session = opened.session;
    this.#replica = replica;
    this.#hostState = state.save;
    this.#hostVector = hostVector;
    this.state = createStore(() => state);
    this.undo = new PersonalUndo(doc, () =>
      showToast('Left as it is: another person has changed this since'),
    );
    this.#queue = new PushQueue(
      async (update) => {
        await callHost('document.push', { session: this.#session, update });
        this.#silence.broken();
      },
      () => this.#showState(),
    );
    this.#stopLooking = whenInFront(() => void this.#lookOutside());
    this.#judge();
    if (this.isWritable) this.#pushWhatHostLacks();
    this.#showState();
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== FROM_HOST && this.isWritable) this.#queue.add(update);
    });
    this.#stopListening = news.release((event) => this.#hear(event));
  }

  get session(): string {
    return this.#session;
  }

  get isWritable(): boolean {
    return this.state.getState().unbindable === null && this.#hostState.kind !== 'read-only';
  }

  /** Whether the host has acknowledged everything that was typed here. */
  get isAcknowledged(): boolean {
    return this.#queue.isEmpty;
  }

  /** Tries to save again at once. */
  async retry(): Promise<void> {
    if (this.#isCutOff) return this.#reopen();
    await callHost('document.retrySaving', { session: this.#session });
    await this.#queue.flush();
  }

  /** Has a damaged file written anew, after it was kept aside as it was. */
  async repair(): Promise<void> {
    const state = this.#hostState;
    const restores = state.kind === 'read-only' && state.remedy === 'restore';
    const known = restores ? Y.encodeStateAsUpdate(this.doc) : null;
    await callHost('document.repair', { session: this.#session, known });
  }

  /** Puts a notice away that was read. */
  dismiss(notice: Notice): void {
    this.#dismissed.add(notice.sentence);
    this.state.setState(({ notices }) => ({ notices: notices.filter((other) => other !== notice) }));
  }

  /** Resolves when everything typed is acknowledged or cannot be now. */
  async flush(): Promise<void> {
    await this.#queue.flush();
  }

  /** Sends what waits, lets the document go, and clears the replica if all of it is safe. */
  async close(): Promise<void> {
    this.#isClosed = true;
    window.clearTimeout(this.#nextTry);
    await this.#queue.flush();
    this.#silence.expect(false);
    this.#stopListening();
    this.#stopLooking();
    const acknowledged = this.#queue.isEmpty;
    await this.#replica.detach(acknowledged && this.isWritable);
    await callHost('document.close', { session: this.#session });
    this.undo.destroy();
    this.doc.destroy();
  }

  #hear(event: LineEvent): void {
    if (event.kind === 'back') void this.#reopen();
    if (event.kind === 'gone') {
      this.#isCutOff = true;
      this.#hostState = {
        kind: 'not-saved',
        sentence: 'Not saved: this page lost its connection to Debrief on this machine.',
        next: 'Start it again; the page reconnects by itself and keeps what you typed.',
      };
      this.#showState();
    }
    if (!('session' in event) || !this.#isOwn(event)) return;
    if (event.kind === 'document-update') this.#takeUpdate(event.update);
    if (event.kind === 'save-state') {
      const wasWritable = this.isWritable;
      this.#hostState = event.state;
      if (event.state.kind === 'saved') this.#silence.broken();
      this.#queue.hurry(event.state.kind === 'not-saved');
      this.#showState();
      if (this.isWritable && !wasWritable) this.#pushWhatHostLacks();
    }
    if (event.kind === 'document-notice') {
      const { notice } = event;
      if (isPassing(notice)) showToast(notice.sentence);
      else this.state.setState(({ notices }) => ({ notices: withNotice(notices, notice) }));
    }
  }

  /** The gate stands before a bound document: what this version does not know is never applied to it. */
  #takeUpdate(update: Uint8Array): void {
    const judgement = judgeUpdate(update, this.doc);
    if (judgement.kind === 'unknown') {
      this.state.setState({ unbindable: judgement.what });
      this.#showState();
    } else if (this.state.getState().unbindable === null) Y.applyUpdate(this.doc, update, FROM_HOST);
  }

  /** Not every disk tells the host when somebody else has changed the file. */
  async #lookOutside(): Promise<void> {
    if (this.#isCutOff) return this.#reopen();
    try {
      await callHost('document.lookOutside', { session: this.#session });
    } catch (error) {
      // A host that is gone has said so, and one that is back is given everything anyway.
      if (!(error instanceof HostError)) throw error;
    }
  }

  /** Opens the document anew in a host that has no session of it; tries again for as long as that fails. */
  #reopen(): Promise<void> {
    window.clearTimeout(this.#nextTry);
    this.#reopening ??= this.#openAnew().finally(() => {
      this.#reopening = null;
    });
    return this.#reopening;
  }

  async #openAnew(): Promise<void> {
    const news = holdEvents();
    try {
      const opened = await callHost('document.open', { file: this.file });
      const isOther = opened.documentId !== this.documentId;
      if (this.#isClosed || isOther) await callHost('document.close', { session: opened.session });
      if (this.#isClosed) return;
      if (isOther) throw otherDocument();
      this.#isCutOff = false;
      this.#session = opened.session;
      this.#hostState = opened.saveState;
      this.#takeUpdate(opened.state);
      this.#takeFindings(opened);
      this.#hostVector = Y.encodeStateVectorFromUpdate(opened.state);
      if (this.isWritable) this.#pushWhatHostLacks();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      this.#hostState = {
        kind: 'not-saved',
        sentence: `Not saved: ${error.sentence}`,
        next: `${error.next} What you typed is kept in this window, which goes on trying.`,
      };
      if (!this.#isClosed) this.#nextTry = window.setTimeout(() => void this.#reopen(), NEXT_TRY);
    } finally {
      this.#showState();
      news.release((event) => this.#isOwn(event) && this.#hear(event))();
    }
  }

  /** What the host found when it opened the file anew; a notice that was read is not shown again. */
  #takeFindings(found: Findings): void {
    const unread = found.notices.filter(({ sentence }) => !this.#dismissed.has(sentence));
    const recoveredText = withoutPlace(this.doc, found.recoveredText);
    this.state.setState(({ notices }) => ({ notices: noticesAnew(notices, unread), recoveredText }));
  }

  #isOwn = (event: LineEvent): boolean => 'session' in event && event.session === this.#session;

  /** What the window's replica kept beyond the host's state: typed, and not acknowledged before a crash. */
  #pushWhatHostLacks(): void {
    const known = Y.decodeStateVector(this.#hostVector);
    const own = Y.decodeStateVector(Y.encodeStateVector(this.doc));
    const ahead = [...own].some(([client, clock]) => clock > (known.get(client) ?? 0));
    const deletions = Y.createDeleteSetFromStructStore(this.doc.store).clients.size > 0;
    if (ahead || deletions) this.#queue.add(Y.encodeStateAsUpdate(this.doc, this.#hostVector));
    // What was on its way when the host went waits here, even if the host has it: only it can say so.
    else void this.#queue.flush();
  }

  #judge(): void {
    const judgement = judgeDocument(this.doc);
    const unbindable = judgement.kind === 'ok' ? null : judgement.what;
    if (unbindable === this.state.getState().unbindable) return;
    this.state.setState({ unbindable });
    this.#showState();
  }

  #showState(): void {
    this.#replica.settle(this.#queue.isEmpty && this.isWritable);
    const { unbindable, save } = this.state.getState();
    const state = this.#saveState(unbindable);
    this.#silence.expect(state.kind === 'saving');
    const next = this.#silence.isLong ? NO_ANSWER : state;
    if (JSON.stringify(next) !== JSON.stringify(save)) this.state.setState({ save: next });
  }

  #saveState(unbindable: string | null): SaveState {
    if (unbindable !== null) {
      return {
        kind: 'read-only',
        sentence: `Read only: a newer version of Debrief wrote this document (it has ${unbindable}).`,
        next: 'Update Debrief to edit it. Nothing in it is changed here.',
        remedy: null,
      };
    }
    if (this.#hostState.kind === 'read-only') return whatRepairWrites(this.#hostState, this.doc);
    if (this.#hostState.kind === 'not-saved') return this.#hostState;
    const failure = this.#queue.failure;
    if (failure !== null) {
      const known = failure instanceof HostError;
      return {
        kind: 'not-saved',
        sentence: known ? failure.sentence : 'Not saved: Debrief could not write the change.',
        next: known ? failure.next : 'Retry; what you typed is kept in this window.',
      };
    }
    return this.#queue.isEmpty ? this.#hostState : { kind: 'saving' };
  }
}

/** Of the text that has lost its place in the file, what has none in this window's document either. */
const withoutPlace = (doc: Y.Doc, recoveredText: readonly string[]): readonly string[] =>
  doc.store.pendingStructs === null ? [] : recoveredText;

const otherDocument = (): HostError =>
  new HostError({
    code: 'file-replaced',
    sentence: 'Another postmortem was put in place of this file.',
    next: 'Put this file back.',
  });

/** The files of the library; null where they cannot be known. */
async function filesOfLibrary(): Promise<readonly string[] | null> {
  try {
    const { entries } = await callHost('library.list', {});
    return entries.map(({ file }) => file);
  } catch (error) {
    if (error instanceof HostError) return null;
    throw error;
  }
}
