import { HostError } from '../../../shared/contract/errors.ts';
import { MAX_UPDATE_BYTES } from '../../storage/format/limits.ts';
import type { OwnDocument, Reason, StoredImage } from '../open-document/index.ts';
import { type Deliveries, isForNext } from './deliveries.ts';
import type { HandOverLink } from './handOverLink.ts';
import type { KnownHere } from './knownHere.ts';

export interface CatchUpListener {
  /** @throws {@link HolderGone} when the holder's file is not the one of this document */
  assertTogether(link: HandOverLink): Promise<void>;
  /** A holder has gone that owed a look: the file may lack what it said was saved. */
  inDoubt(): void;
  /** {@link CatchUp.refusal} may be another now. */
  changed(): void;
}

/** Milliseconds after which what was refused is given again. */
const AGAIN_AFTER = 30_000;

/**
 * What whoever holds the file is given without a window that waits for it: all that is known here and that it lacks.
 * What it refuses is given again by itself, and to whoever holds the file next.
 */
export class CatchUp {
  readonly #known: KnownHere;
  readonly #own: OwnDocument;
  readonly #deliveries: Deliveries;
  readonly #listener: CatchUpListener;
  /** Set from the moment that it is asked for until a holder is being given it. */
  #isDue = false;
  #refusal: Reason | null = null;
  #isLooking = false;
  #isEnded = false;
  #callOff = () => {};

  constructor(known: KnownHere, own: OwnDocument, deliveries: Deliveries, listener: CatchUpListener) {
    this.#known = known;
    this.#own = own;
    this.#deliveries = deliveries;
    this.#listener = listener;
  }

  /** Why the file lacks something that is known here; null when it does not, or that is still under way. */
  get refusal(): Reason | null {
    return this.#refusal;
  }

  /** Gives the holder all that it lacks, whoever that is by then. Resolves after the attempt, whatever came of it. */
  async give(): Promise<void> {
    if (this.#isDue) return;
    this.#isDue = true;
    await this.#deliver(
      (link) => this.#attempt(() => this.#viaLink(link)),
      () => this.#attempt(() => this.#byItself()),
    );
  }

  /** Gives what came from the file, if that is still the holder's. */
  giveNews(update: Uint8Array): void {
    void this.#deliver(
      async (link) => {
        await this.#listener.assertTogether(link);
        await link.push(update);
        await this.#listener.assertTogether(link);
      },
      () => this.#own.push(update, this),
    );
  }

  /**
   * Has the holder look at its file, of which it may not have told yet what became of it: until it has, nothing counts
   * as saved, and a holder that hangs shows in that. One that goes leaves that in doubt until someone holds the file
   * next, who begins with a look.
   */
  lookThere(): void {
    if (this.#isLooking) return;
    this.#isLooking = true;
    const looked = this.#deliveries.give(
      (link) =>
        link.look().catch((error: unknown) => {
          if (!isForNext(error)) throw error;
          this.#listener.inDoubt();
        }),
      async () => {},
    );
    const done = () => {
      this.#isLooking = false;
    };
    looked.then(done, done);
  }

  /** The same again for what was refused, if anything was. Resolves like {@link give}. */
  async again(): Promise<void> {
    if (this.#refusal !== null) await this.give();
  }

  /**
   * Waits for what a holder makes of something that is shown here. Where that does not take it, it is known before the
   * delivery is over: nothing counts as saved in between.
   */
  async unlessRefused(answer: Promise<void>): Promise<void> {
    try {
      await answer;
    } catch (error) {
      if (!isForNext(error)) this.#refused(error);
      throw error;
    }
  }

  /** Gives nothing again. */
  end(): void {
    this.#isEnded = true;
    this.#callOff();
  }

  #refused(error: unknown): void {
    this.#refusal = reasonOf(error);
    this.#callOff();
    if (!this.#isEnded) {
      const timer = setTimeout(() => void this.again(), AGAIN_AFTER);
      this.#callOff = () => clearTimeout(timer);
    }
    this.#listener.changed();
  }

  async #deliver(
    viaLink: (link: HandOverLink) => Promise<void>,
    byItself: () => Promise<void>,
  ): Promise<void> {
    const delivery = this.#deliveries.give(
      (link) => this.unlessRefused(viaLink(link)),
      () => this.unlessRefused(byItself()),
    );
    // Its save state says why.
    await delivery.catch(() => {});
  }

  async #viaLink(link: HandOverLink): Promise<void> {
    await this.#listener.assertTogether(link);
    const lacking = this.#known.lackingIn(link.firstState);
    if (lacking !== null) await link.push(notTooLarge(lacking));
    const { images, unknown } = await this.#known.besidesLackingAt(link.realPath);
    await all([
      ...picturesFor(link, images.values()),
      ...unknown.map((record) => () => link.putUnknown(record)),
    ]);
    await this.#listener.assertTogether(link);
    if (images.size > 0) await this.#own.lookOutside();
  }

  async #byItself(): Promise<void> {
    const lacking = this.#known.lackingIn(this.#own.state());
    if (lacking !== null) await this.#own.push(notTooLarge(lacking), this);
    const brought = await this.#known.brought();
    await all(picturesFor(this.#own, brought.values()));
  }

  /** One attempt to give all. Where the holder goes in the middle of it, it is the next one's due. */
  async #attempt(giveAll: () => Promise<void>): Promise<void> {
    this.#isDue = false;
    const last = this.#refusal;
    try {
      await giveAll();
      this.#settle(last);
    } catch (error) {
      this.#isDue = isForNext(error);
      throw error;
    }
  }

  /** What was refused at last has been taken now, unless something else was refused meanwhile. */
  #settle(last: Reason | null): void {
    if (this.#refusal !== last) return;
    this.#refusal = null;
    this.#callOff();
    this.#listener.changed();
  }
}

const picturesFor = (
  taker: Pick<OwnDocument, 'putImage'>,
  images: Iterable<StoredImage>,
): readonly (() => Promise<string>)[] =>
  Array.from(images, (image) => () => taker.putImage(image.bytes, image.mediaType));

/**
 * Gives one after the other, and the rest also where one is refused. Then throws the first refusal; one that the next
 * holder may not repeat ends it at once.
 */
async function all(gifts: readonly (() => Promise<unknown>)[]): Promise<void> {
  const refusals: unknown[] = [];
  for (const give of gifts) {
    try {
      await give();
    } catch (error) {
      if (isForNext(error)) throw error;
      refusals.push(error);
    }
  }
  if (refusals.length > 0) throw refusals[0];
}

/** @throws HostError for an update that no holder takes */
function notTooLarge(update: Uint8Array): Uint8Array {
  if (update.length <= MAX_UPDATE_BYTES) return update;
  throw new HostError({
    code: 'too-large',
    sentence: `The file lacks ${update.length} bytes of what is shown here; at most ${MAX_UPDATE_BYTES} can be saved at once.`,
    next: 'Save a copy elsewhere, and go on there.',
  });
}

const reasonOf = (error: unknown): Reason =>
  error instanceof HostError
    ? { sentence: error.sentence, next: error.next }
    : {
        sentence: 'Something that is shown here could not be given to the file.',
        next: 'Save a copy elsewhere, or press Retry.',
      };
