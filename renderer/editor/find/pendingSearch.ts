/** How long a person who types pauses before the text is looked through, in milliseconds. */
const PAUSE = 100;

/** The search that is asked for with each key and made at a pause: in a long text it takes longer than a key. */
export class PendingSearch {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #look: (() => void) | null = null;

  /** Takes the place of what was asked for before and not made yet. */
  ask(look: () => void): void {
    this.drop();
    this.#look = look;
    this.#timer = setTimeout(() => this.now(), PAUSE);
  }

  /** Makes the search that is still to be made, before what is done with its places. */
  now(): void {
    const look = this.#look;
    this.drop();
    look?.();
  }

  drop(): void {
    clearTimeout(this.#timer);
    this.#look = null;
  }
}
