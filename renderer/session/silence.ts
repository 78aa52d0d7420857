/** Milliseconds without a sign of life until a host that something is expected of counts as silent. */
const PATIENCE = 5_000;

/** Notices that a host which is expected to save something gives no sign of it for too long. */
export class Silence {
  readonly #fell: () => void;
  #isExpecting = false;
  #isLong = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param fell is called when {@link isLong} has become true by itself */
  constructor(fell: () => void) {
    this.#fell = fell;
  }

  get isLong(): boolean {
    return this.#isLong;
  }

  /** To be told whether something is expected now. */
  expect(isExpecting: boolean): void {
    if (isExpecting === this.#isExpecting) return;
    this.#isExpecting = isExpecting;
    this.broken();
  }

  /** The host has given a sign: more may be expected, and that is waited for as long again. */
  broken(): void {
    clearTimeout(this.#timer);
    this.#isLong = false;
    if (!this.#isExpecting) return;
    this.#timer = setTimeout(() => {
      this.#isLong = true;
      this.#fell();
    }, PATIENCE);
  }
}
