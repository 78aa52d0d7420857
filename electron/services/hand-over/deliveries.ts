import { LetGo } from '../open-document/refusals.ts';
import { type HandOverLink, HolderGone } from './handOverLink.ts';
import { lastAnswer } from './lastAnswer.ts';
import type { Succession } from './succession.ts';

export interface DeliveriesListener {
  /** @throws HostError when nothing is taken any more */
  assertOpen(): void;
  /** {@link Deliveries.areUnderWay} may be another now. */
  changed(): void;
}

/** What is given to the holder of a file, and to the next one when it goes without having acknowledged it. */
export class Deliveries {
  readonly #succession: Succession;
  readonly #listener: DeliveriesListener;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(succession: Succession, listener: DeliveriesListener) {
    this.#succession = succession;
    this.#listener = listener;
  }

  /** Whether there is something that nobody has acknowledged yet. */
  get areUnderWay(): boolean {
    return this.#underWay.size > 0;
  }

  /**
   * Gives something to whoever holds the file: over the link, or to the own document. Resolves when it is
   * acknowledged. Rejects with HostError. Whoever listens has heard of it when this returns.
   */
  give<Result>(
    viaLink: (link: HandOverLink) => Promise<Result>,
    byItself: () => Promise<Result>,
  ): Promise<Result> {
    const delivery = this.#tryHolders(viaLink, byItself);
    const done = () => {
      this.#underWay.delete(delivery);
      if (!this.areUnderWay) this.#listener.changed();
    };
    this.#underWay.add(delivery);
    if (this.#underWay.size === 1) this.#listener.changed();
    delivery.then(done, done);
    return delivery;
  }

  /** Waits for what is under way, for a while. */
  lastAnswers(): Promise<void> {
    return lastAnswer(Promise.allSettled(this.#underWay));
  }

  async #tryHolders<Result>(
    viaLink: (link: HandOverLink) => Promise<Result>,
    byItself: () => Promise<Result>,
  ): Promise<Result> {
    for (;;) {
      await this.#succession.settled();
      this.#listener.assertOpen();
      const { link } = this.#succession;
      try {
        return await (link === null ? byItself() : viaLink(link));
      } catch (error) {
        if (!isForNext(error)) throw error;
      }
    }
  }
}

/** Whether what failed is for whoever holds the file next. */
export const isForNext = (error: unknown): boolean => error instanceof HolderGone || error instanceof LetGo;
