import { HostError } from '../../../shared/contract/errors.ts';
import type { SaveState } from '../../../shared/contract/saveState.ts';
import type { RecordContent } from '../../storage/format/record.ts';
import { KeptAside } from '../../storage/keptAside.ts';
import type {
  OpenDocument,
  OpenDocumentListener,
  Opening,
  OpenRequest,
  OwnDocument,
  Reason,
  StoredImage,
} from '../open-document/index.ts';
import { keepUnsaved } from '../open-document/keepUnsaved.ts';
import { closed, tooLargeUpdate, UnknownToSchema, unapplied } from '../open-document/refusals.ts';
import { CatchUp } from './catchUp.ts';
import { Deliveries } from './deliveries.ts';
import { type HandOverLink, HolderGone } from './handOverLink.ts';
import { KnownHere } from './knownHere.ts';
import { lastAnswer } from './lastAnswer.ts';
import { leadsElsewhere } from './leadsElsewhere.ts';
import { shownState } from './shownState.ts';
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
  readonly #known: KnownHere;
  readonly #succession: Succession;
  readonly #deliveries: Deliveries;
  readonly #catchUp: CatchUp;
  /** Set when the holder sent what must not come in: nothing comes in or goes out from then on. */
  #refused: HostError | null = null;
  /** Whether a holder has written the file anew that was damaged when it was opened here. */
  #isRepaired = false;
  #isClosed = false;

  private constructor(own: OwnDocument, request: OpenRequest, link: HandOverLink | null) {
    this.#own = own;
    this.#request = request;
    this.#known = new KnownHere(own, request);
    own.subscribe({
      update: (update) => this.#takeOwn(update),
      saveState: () => {},
      moved: () => void this.#lookForHolder(),
      inDoubt: () => {
        if (this.#succession.link !== null) this.#catchUp.lookThere();
        else this.#doubt();
      },
      displaced: (holder) => {
        if (this.#succession.displaced(holder)) this.#giveAll();
      },
    });
    this.#succession = new Succession(own, request.fs, link, {
      known: () => this.state(),
      joined: (next) => {
        // First, so that what it lacks is under way when its state is shown.
        this.#giveAll();
        this.#attach(next);
      },
      tookOver: () => this.#giveAll(),
      changed: () => this.#show(),
    });
    this.#deliveries = new Deliveries(this.#succession, {
      assertOpen: () => this.#assertOpen(),
      changed: () => this.#show(),
    });
    this.#catchUp = new CatchUp(this.#known, own, this.#deliveries, {
      assertTogether: (holder) => this.#assertTogether(holder),
      inDoubt: () => this.#doubt(),
      changed: () => this.#show(),
    });
    if (link === null) return;
    this.#attach(link);
    // Its file was read a moment ago, with what belongs to the document beside its text.
    if (this.#refused === null && this.#known.lackingIn(link.firstState) !== null) this.#giveAll();
  }

  /** Joins the holder of a document, if that is another process; it stays read-only while that cannot be done. */
  static async join(own: OwnDocument, request: OpenRequest): Promise<OpenDocument> {
    const joined = new JoinedDocument(own, request, await linkTo(own, request.fs));
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
    return this.#known.state();
  }

  async push(update: Uint8Array, from: unknown): Promise<void> {
    this.#assertOpen();
    const isSpread = !this.#isOwn;
    // What a holder would refuse must not reach the other windows, which would show it as what is in the file.
    const refusal = isSpread ? (tooLargeUpdate(update) ?? this.#known.refusalOf(update)) : null;
    if (from === null && refusal instanceof UnknownToSchema) throw refusal.ofCopy();
    if (refusal !== null) throw refusal;
    const given = (answer: Promise<void>) => (isSpread ? this.#catchUp.unlessRefused(answer) : answer);
    const delivery = this.#deliveries.give(
      (link) => given(this.#accepted(link, this.#pushWhole(link, update))),
      () => given(this.#pushOwn(update, from)),
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
        this.#own.expectMention(hash);
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
    return this.#known.image(hash);
  }

  saveState(): SaveState {
    if (this.#refused !== null) {
      const { sentence, next } = this.#refused;
      return { kind: 'read-only', sentence, next, remedy: null };
    }
    return shownState({
      own: this.#own,
      succession: this.#succession,
      deliveries: this.#deliveries,
      catchUp: this.#catchUp,
    });
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
    await this.#giveAgain();
  }

  async lookOutside(): Promise<void> {
    await this.#own.lookOutside();
    await this.#lookForHolder();
  }

  /** Rejects also when the holder goes meanwhile. */
  async compact(known: Uint8Array | null = null): Promise<string | null> {
    const { link } = this.#succession;
    try {
      const keptAside = await (link === null ? this.#own.compact(known) : link.compact());
      await this.#giveAgain();
      return keptAside;
    } catch (error) {
      throw error instanceof HolderGone ? goneMeanwhile() : error;
    }
  }

  /** Rejects also while the file may lack what is shown here: something that was deleted, or text that names a picture. */
  async removeDeletedText(): Promise<string | null> {
    if (this.#own.holdsFile) await this.#deliveries.lastAnswers();
    const { refusal } = this.#catchUp;
    if (refusal !== null) throw notAllThere(refusal);
    return this.#own.removeDeletedText();
  }

  async close(): Promise<void> {
    if (!this.#own.holdsFile) await this.#deliveries.lastAnswers();
    const { trouble, link } = this.#succession;
    this.#isClosed = true;
    await this.#succession.end();
    // A take-over that was under way may have had the file meanwhile: what waited for that goes into it.
    if (this.#own.holdsFile) await this.#deliveries.lastAnswers();
    this.#catchUp.end();
    // Where that cannot be found out, all is kept, and the file let go of all the same.
    const isUnsaved = await this.#isUnsaved(link !== null).catch(() => true);
    const reason = this.#catchUp.refusal ?? trouble;
    const kept = isUnsaved ? await this.#keep(reason?.sentence ?? 'The other Debrief did not answer.') : null;
    try {
      await this.#own.close();
    } finally {
      this.#known.destroy();
    }
    if (kept !== null) throw kept;
  }

  /** Whether something is known here that is in no file when this document is closed. */
  async #isUnsaved(wasJoined: boolean): Promise<boolean> {
    if (this.#catchUp.refusal !== null) return true;
    // The text of what is under way is the own document's by now, which saves or keeps it.
    if (this.#own.holdsFile) return this.#deliveries.areUnderWay && this.#known.broughtSoFar().size > 0;
    if (this.#deliveries.areUnderWay) return true;
    if (wasJoined || this.#refused !== null) return false;
    await this.#own.lookOutside();
    if ((await this.#own.isInNoFile(this.state())) || this.#known.lackingIn(this.#own.state()) !== null)
      return true;
    await lastAnswer(this.#known.brought());
    return this.#known.broughtSoFar().size > 0;
  }

  /** Whether the own document takes or refuses what is typed. */
  get #isOwn(): boolean {
    return this.#succession.link === null && !this.#succession.isVacant;
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

  /** Gives the holder a change, and of the pictures that it names those that the file has lost since they were shown. */
  async #pushWhole(link: HandOverLink, update: Uint8Array): Promise<void> {
    await link.push(update);
    for (const { bytes, mediaType } of await this.#known.picturesLackingAt(link.realPath, update)) {
      await link.putImage(bytes, mediaType);
    }
  }

  /** Gives the own document a change, and of the pictures out of files that were left those that it names again. */
  async #pushOwn(update: Uint8Array, from: unknown): Promise<void> {
    await this.#own.push(update, from);
    for (const { bytes, mediaType } of this.#known.broughtSoFar(update).values()) {
      await this.#own.putImage(bytes, mediaType);
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
    if (!(await leadsElsewhere(this.#request.fs, this.#own, link))) return;
    this.#leave(link);
    throw new HolderGone();
  }

  /** Leaves the holder if a link was turned, and its path leads to another file than the one of this document. */
  async #lookForHolder(): Promise<void> {
    const { link } = this.#succession;
    if (link !== null && (await leadsElsewhere(this.#request.fs, this.#own, link))) this.#leave(link);
  }

  #doubt(): void {
    this.#succession.doubt();
    this.#show();
  }

  #leave(link: HandOverLink): void {
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
        void this.#catchUp.again();
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
    this.#refused = this.#known.refusalOf(update) ?? this.#failureOf(() => this.#known.take(update));
    if (this.#refused === null) {
      this.#tell((listener) => listener.update(update, link));
      return;
    }
    void this.#succession.end();
    this.#show();
  }

  /** Why Yjs failed half-way through a change, or null: what is in memory is then not to be trusted. */
  #failureOf(take: () => void): HostError | null {
    try {
      take();
      return null;
    } catch (error) {
      return unapplied(error);
    }
  }

  /** Gives whoever holds the file all that it lacks of what is known here. */
  #giveAll(): void {
    if (this.#refused === null) void this.#catchUp.give();
  }

  /** Gives again what was refused. While nobody holds the file, that is not waited for. */
  async #giveAgain(): Promise<void> {
    const given = this.#catchUp.again();
    if (!this.#succession.isVacant) await given;
  }

  #bringImages({ realPath }: HandOverLink): void {
    if (this.#refused === null && !this.#isClosed) this.#known.bringImages(realPath);
  }

  /** What the own document took: from its file, which may be another than the holder's by now, or from a window. */
  #takeOwn(update: Uint8Array): void {
    const isNew = this.#known.take(update);
    if (isNew && this.#succession.link !== null) this.#catchUp.giveNews(update);
  }

  /** Keeps what no holder has acknowledged in the data folder, to be merged at the next opening. */
  #keep(sentence: string): Promise<HostError> {
    const { fs, dataFolder } = this.#request;
    const keptAside = new KeptAside(fs, dataFolder, this.documentId, this.realPath);
    return keepUnsaved(keptAside, this.documentId, this.#known.records(), { sentence, next: '' });
  }

  #spread(update: Uint8Array, from: unknown): void {
    this.#known.take(update);
    this.#tell((listener) => listener.update(update, from));
  }

  #show(): void {
    this.#tell((listener) => listener.saveState(this.saveState()));
  }

  #tell(say: (listener: OpenDocumentListener) => void): void {
    for (const listener of [...this.#listeners.keys()]) say(listener);
  }
}

const notAllThere = ({ sentence }: Reason): HostError =>
  new HostError({
    code: 'internal',
    sentence,
    next: 'Nothing was removed. Try again once it can be saved.',
  });

const goneMeanwhile = (): HostError =>
  new HostError({
    code: 'in-use',
    sentence: 'The other Debrief, which held the file, has ended.',
    next: 'Try again once the file is open here.',
  });
