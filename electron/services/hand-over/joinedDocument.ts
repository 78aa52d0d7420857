import * as Y from 'yjs';
import { HostError } from '../../../shared/contract/errors.ts';
import type { SaveState } from '../../../shared/contract/saveState.ts';
import { malformedUpdate as whyMalformed } from '../../../shared/sync/boundedUpdate.ts';
import { takeUpdate } from '../../../shared/sync/takeUpdate.ts';
import { RECORD_TYPE, type RecordContent } from '../../storage/format/record.ts';
import { imagesAt } from '../../storage/imagesAt.ts';
import { KeptAside } from '../../storage/keptAside.ts';
import { placeOf } from '../../storage/placeOf.ts';
import type {
  OpenDocument,
  OpenDocumentListener,
  Opening,
  OpenRequest,
  OwnDocument,
  StoredImage,
} from '../open-document/index.ts';
import { keepUnsaved } from '../open-document/keepUnsaved.ts';
import { closed, malformedUpdate, tooLargeUpdate, UnknownToSchema } from '../open-document/refusals.ts';
import { Deliveries } from './deliveries.ts';
import { type HandOverLink, HolderGone } from './handOverLink.ts';
import { linkTo, Succession } from './succession.ts';

/**
 * A document whose file this process writes, or another one of this user. What is typed here is then handed over to
 * that one and counts as saved when it says so; what is typed there comes back over the same line. When the holder
 * goes, whoever comes after it (see {@link Succession}) is given what it had not acknowledged.
 */
export class JoinedDocument implements OpenDocument {
  readonly #own: OwnDocument;
  readonly #request: OpenRequest;
  readonly #listeners = new Map<OpenDocumentListener, () => void>();
  /** All that this process knows: the file, and what came over the line or was typed here since. */
  readonly #replica = new Y.Doc({ gc: true });
  readonly #succession: Succession;
  readonly #deliveries: Deliveries;
  /** Set when the holder sent what must not come in: nothing comes in or goes out from then on. */
  #refused: HostError | null = null;
  /** Whether a holder has written the file anew that was damaged when it was opened here. */
  #isRepaired = false;
  /** Whether the next holder has another file than the last one, which may lack pictures of it. */
  #hasOtherFile = false;
  #isClosed = false;

  private constructor(own: OwnDocument, request: OpenRequest, link: HandOverLink | null) {
    this.#own = own;
    this.#request = request;
    Y.applyUpdate(this.#replica, own.state());
    own.subscribe({
      update: (update) => this.#takeOwn(update),
      saveState: () => {},
      moved: () => void this.#lookForHolder(),
      displaced: (holder) => {
        this.#hasOtherFile = true;
        if (this.#succession.displaced(holder)) this.#handInAll();
      },
    });
    this.#succession = new Succession(own, link, {
      known: () => this.state(),
      joined: (next) => {
        this.#attach(next);
        if (this.#hasOtherFile) this.#handInBesides();
        this.#handIn(next.firstState);
      },
      tookOver: () => this.#handIn(own.state()),
      changed: () => this.#show(),
    });
    this.#deliveries = new Deliveries(this.#succession, {
      assertOpen: () => this.#assertOpen(),
      changed: () => this.#show(),
    });
    if (link === null) return;
    this.#attach(link);
    this.#handIn(link.firstState);
  }

  /** Joins the holder of a document, if that is another process; it stays read-only while that cannot be done. */
  static async join(own: OwnDocument, request: OpenRequest): Promise<OpenDocument> {
    const joined = new JoinedDocument(own, request, await linkTo(own));
    await joined.#succession.begin();
    return joined;
  }

  get documentId(): string {
    return this.#own.documentId;
  }

  get path(): string {
    return this.#own.path;
  }

  get realPath(): string {
    return this.#own.realPath;
  }

  get opening(): Opening {
    const { opening } = this.#own;
    const notices = this.#isRepaired
      ? opening.notices.filter(({ kind }) => kind !== 'damaged')
      : opening.notices;
    return { ...opening, notices, readOnly: this.#isOwn ? opening.readOnly : null };
  }

  get holdsFile(): boolean {
    return this.#own.holdsFile;
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#replica);
  }

  async push(update: Uint8Array, from: unknown): Promise<void> {
    this.#assertOpen();
    const isSpread = !this.#isOwn;
    // What a holder would refuse must not reach the other windows, which would show it as what is in the file.
    const refusal = isSpread ? (tooLargeUpdate(update) ?? this.#refusalOf(update)) : null;
    if (from === null && refusal instanceof UnknownToSchema) throw refusal.ofCopy();
    if (refusal !== null) throw refusal;
    const delivery = this.#deliveries.give(
      (link) => this.#accepted(link, link.push(update)),
      () => this.#own.push(update, from),
    );
    // Before a holder is waited for: what is kept at closing holds it, and the other windows show it, which have
    // heard by now that something is not saved.
    if (isSpread) this.#spread(update, from);
    await delivery;
  }

  putImage(bytes: Uint8Array, mediaType: string): Promise<string> {
    return this.#deliveries.give(
      async (link) => {
        const hash = await this.#accepted(link, link.putImage(bytes, mediaType));
        await this.#own.lookOutside();
        return hash;
      },
      () => this.#own.putImage(bytes, mediaType),
    );
  }

  putUnknown(record: RecordContent): Promise<void> {
    return this.#deliveries.give(
      (link) => this.#accepted(link, link.putUnknown(record)),
      () => this.#own.putUnknown(record),
    );
  }

  image(hash: string): StoredImage | null {
    return this.#own.image(hash);
  }

  saveState(): SaveState {
    if (this.#refused !== null) {
      const { sentence, next } = this.#refused;
      return { kind: 'read-only', sentence, next, remedy: null };
    }
    const state = this.#stateThere();
    return state.kind === 'saved' && this.#deliveries.areUnderWay ? { kind: 'saving' } : state;
  }

  subscribe(listener: OpenDocumentListener): () => void {
    const stop = this.#own.subscribe({
      update: (update, from) => listener.update(update, from),
      saveState: () => {
        if (this.#isOwn || this.#own.holdsFile) listener.saveState(this.saveState());
      },
      notice: (notice) => {
        // What the holder wrote is no change from outside.
        if (this.#isOwn || notice.kind !== 'merged-outside-change') listener.notice?.(notice);
      },
      moved: () => listener.moved?.(),
      freed: () => listener.freed?.(),
    });
    this.#listeners.set(listener, stop);
    return () => {
      stop();
      this.#listeners.delete(listener);
    };
  }

  async retry(): Promise<void> {
    if (this.#refused !== null) return;
    const { link } = this.#succession;
    if (this.#own.holdsFile) await this.#own.retry();
    else if (link === null) await this.#succession.retry();
    else await this.#retryThere(link);
  }

  async lookOutside(): Promise<void> {
    await this.#own.lookOutside();
    await this.#lookForHolder();
  }

  /** Rejects also when the holder goes meanwhile. */
  async compact(): Promise<string | null> {
    const { link } = this.#succession;
    if (link === null) return this.#own.compact();
    try {
      return await link.compact();
    } catch (error) {
      throw error instanceof HolderGone ? goneMeanwhile() : error;
    }
  }

  removeDeletedText(): Promise<string | null> {
    return this.#own.removeDeletedText();
  }

  async close(): Promise<void> {
    if (!this.#own.holdsFile) await this.#deliveries.lastAnswers();
    const { trouble } = this.#succession;
    this.#isClosed = true;
    await this.#succession.end();
    // A take-over that was under way may have had the file meanwhile: what waited for that goes into it.
    if (this.#own.holdsFile) await this.#deliveries.lastAnswers();
    const unsaved = this.#deliveries.areUnderWay && !this.#own.holdsFile;
    const kept = unsaved ? await this.#keep(trouble?.sentence ?? 'The other Debrief did not answer.') : null;
    await this.#own.close();
    this.#replica.destroy();
    if (kept !== null) throw kept;
  }

  /** Whether the own document takes or refuses what is typed. */
  get #isOwn(): boolean {
    return this.#succession.link === null && !this.#succession.isVacant;
  }

  /** What whoever holds the file says; while nobody does, what the last one said, unless there is trouble since. */
  #stateThere(): SaveState {
    const { link, trouble, lastSaid } = this.#succession;
    if (link !== null) return link.isSilent ? this.#whileSilent(link) : link.saveState;
    if (this.#succession.isTakingOver) return this.#whileTakingOver();
    if (this.#isOwn || this.#own.holdsFile) return this.#own.saveState();
    return trouble === null ? lastSaid : { kind: 'not-saved', ...trouble };
  }

  /** The file may lack what is shown here, and whoever held it before is no reason any more not to write it. */
  #whileTakingOver(): SaveState {
    const state = this.#own.saveState();
    return state.kind === 'not-saved' ? state : { kind: 'saving' };
  }

  /** A holder that has said itself why it does not save has not become quicker. */
  #whileSilent({ saveState }: HandOverLink): SaveState {
    if (saveState.kind === 'not-saved' || saveState.kind === 'read-only') return saveState;
    const pid = this.#own.opening.heldBy?.pid ?? 0;
    return {
      kind: 'not-saved',
      sentence: `Another Debrief${pid === 0 ? '' : ` (process ${pid})`} holds this file and does not answer.`,
      next: 'Wait until it answers, or end it. What you typed is kept in this window, and is saved by itself then.',
    };
  }

  /** @throws HostError when nothing is taken any more */
  #assertOpen(): void {
    if (this.#refused !== null) throw new HostError({ ...this.#refused.value(), code: 'read-only' });
    if (this.#isClosed && !this.#own.holdsFile) throw closed();
  }

  /** Has the holder try again; one that has gone meanwhile is followed. */
  async #retryThere(link: HandOverLink): Promise<void> {
    try {
      await link.retry();
    } catch (error) {
      if (!(error instanceof HolderGone)) throw error;
      await this.#succession.retry();
    }
  }

  /** What the holder makes of something that it was given. Throws {@link HolderGone} when its file is not this one. */
  async #accepted<Result>(link: HandOverLink, answer: Promise<Result>): Promise<Result> {
    const result = await answer;
    await this.#assertTogether(link);
    return result;
  }

  /** @throws {@link HolderGone} when the holder's file is not this one */
  async #assertTogether(link: HandOverLink): Promise<void> {
    if (!(await this.#isApart(link))) return;
    this.#leave(link);
    throw new HolderGone();
  }

  /** Leaves the holder if a link was turned, and its path leads to another file than the one of this document. */
  async #lookForHolder(): Promise<void> {
    const { link } = this.#succession;
    if (link !== null && (await this.#isApart(link))) this.#leave(link);
  }

  async #isApart(link: HandOverLink): Promise<boolean> {
    const { fs, path } = this.#request;
    try {
      const here = await placeOf(fs, path, this.realPath);
      return here !== (await placeOf(fs, link.holderPath, link.realPath));
    } catch {
      // Where a path leads that cannot be followed just now is not known: the holder says what became of its file.
      return false;
    }
  }

  #leave(link: HandOverLink): void {
    this.#hasOtherFile = true;
    this.#succession.leave(link);
    this.#bringImages(link);
    this.#show();
  }

  #attach(link: HandOverLink): void {
    // Its state before its text, which may not be saved.
    this.#show();
    this.#hear(link.firstState, link);
    link.listen({
      update: (update) => this.#hear(update, link),
      changed: () => this.#show(),
      notice: (notice) => {
        if (notice.kind === 'repaired') this.#isRepaired = true;
        this.#tell((listener) => listener.notice?.(notice));
      },
      closed: () => {
        this.#succession.lost(link);
        this.#bringImages(link);
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
    void this.#succession.end();
    this.#show();
  }

  #refusalOf(update: Uint8Array): HostError | null {
    const problem = whyMalformed(update);
    if (problem !== null) return malformedUpdate(problem);
    const answer = this.#request.gate(update, this.#replica);
    return answer.kind === 'unknown' ? new UnknownToSchema(answer.what) : null;
  }

  /**
   * Gives a new holder what it does not know: what the old one had sent and not written. What was typed here and
   * not acknowledged is given to it again by itself, and that says what came of it.
   */
  #handIn(known: Uint8Array): void {
    const lacking = this.#lackingIn(known);
    if (lacking !== null) this.#giveUnasked(() => lacking);
  }

  /** The same for whoever comes next, known or not: what the own document has not written is not lost on the way. */
  #handInAll(): void {
    this.#giveUnasked((known) => this.#lackingIn(known) ?? NOTHING);
  }

  #giveUnasked(lackingIn: (known: Uint8Array) => Uint8Array): void {
    if (this.#refused !== null) return;
    const delivery = this.#deliveries.give(
      (link) => this.#accepted(link, link.push(lackingIn(link.firstState))),
      () => this.#own.push(lackingIn(this.#own.state()), this),
    );
    // A holder that refuses it says why in its save state.
    delivery.catch(() => {});
  }

  /** What a state lacks of what is known here, or null when it has all of it. */
  #lackingIn(known: Uint8Array): Uint8Array | null {
    const there = new Y.Doc();
    Y.applyUpdate(there, known);
    const isWhole = Y.equalSnapshots(Y.snapshot(there), Y.snapshot(this.#replica));
    const lacking = Y.encodeStateAsUpdate(this.#replica, Y.encodeStateVector(there));
    there.destroy();
    return isWhole ? null : lacking;
  }

  /** Gives a holder of another file the pictures of this one, and what else belongs to it beside its text. */
  #handInBesides(): void {
    this.#hasOtherFile = false;
    const { images, unknown } = this.#own.besides();
    const given = [
      ...images.map(({ bytes, mediaType }) => this.putImage(bytes, mediaType)),
      ...unknown.map((record) => this.putUnknown(record)),
    ];
    // As above; the windows of this program have them all the same.
    for (const delivery of given) delivery.catch(() => {});
  }

  /**
   * Brings to the next holder the pictures that came with the text of the last one and are not here: over the line
   * comes text alone, and from the file of that one nothing is read any more.
   */
  #bringImages({ realPath }: HandOverLink): void {
    const { fs } = this.#request;
    if (this.#refused !== null || this.#isClosed) return;
    const lacking = [...hashesIn(this.state())].filter((hash) => this.image(hash) === null);
    if (lacking.length === 0) return;
    const found = imagesAt(fs, realPath, this.documentId);
    const bring = async () => {
      for (const [hash, { bytes, mediaType }] of await found) {
        if (lacking.includes(hash)) await this.putImage(bytes, mediaType);
      }
    };
    // Nothing counts as saved until they are there; what that file does not have either is nowhere to be had.
    this.#deliveries.give(bring, bring).catch(() => {});
  }

  /** Gives the holder what came from the file, if that is still the holder's. */
  #giveNews(update: Uint8Array): void {
    const delivery = this.#deliveries.give(
      async (link) => {
        await this.#assertTogether(link);
        await this.#accepted(link, link.push(update));
      },
      () => this.#own.push(update, this),
    );
    delivery.catch(() => {});
  }

  /** What the own document took: from its file, which may be another than the holder's by now, or from a window. */
  #takeOwn(update: Uint8Array): void {
    const isNew = takeUpdate(this.#replica, update);
    if (isNew && this.#succession.link !== null) this.#giveNews(update);
  }

  /** Keeps what no holder has acknowledged in the data folder, to be merged at the next opening. */
  #keep(sentence: string): Promise<HostError> {
    const { fs, dataFolder } = this.#request;
    const keptAside = new KeptAside(fs, dataFolder, this.documentId, this.realPath);
    const records = [{ type: RECORD_TYPE.snapshot, payload: this.state() }];
    return keepUnsaved(keptAside, this.documentId, records, { sentence, next: '' });
  }

  #spread(update: Uint8Array, from: unknown): void {
    Y.applyUpdate(this.#replica, update);
    this.#tell((listener) => listener.update(update, from));
  }

  #show(): void {
    this.#tell((listener) => listener.saveState(this.saveState()));
  }

  #tell(say: (listener: OpenDocumentListener) => void): void {
    for (const listener of [...this.#listeners.keys()]) say(listener);
  }
}

/** An update that brings nothing. */
const NOTHING = Y.encodeStateAsUpdate(new Y.Doc());

/** What may be the names of pictures in a state: strings stand in it as they are, next to any bytes. */
function hashesIn(state: Uint8Array): ReadonlySet<string> {
  const places = Buffer.from(state)
    .toString('latin1')
    .matchAll(/(?=([0-9a-f]{64}))/g);
  return new Set(Array.from(places, ([, hash = '']) => hash));
}

const goneMeanwhile = (): HostError =>
  new HostError({
    code: 'in-use',
    sentence: 'The other Debrief, which held the file, has ended.',
    next: 'Try again once the file is open here.',
  });
