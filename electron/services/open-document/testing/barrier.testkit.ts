/** Has what passes it wait, from {@link hold} until {@link goOn}. */
export class Barrier {
  #isUp = false;
  goOn = () => {};
  /** Resolves when something waits. */
  met: Promise<void> = Promise.resolve();
  #meet = () => {};
  #open: Promise<void> = Promise.resolve();

  hold(): void {
    this.#isUp = true;
    this.#open = new Promise((goOn) => {
      this.goOn = goOn;
    });
    this.met = new Promise((meet) => {
      this.#meet = meet;
    });
  }

  async pass(): Promise<void> {
    if (!this.#isUp) return;
    this.#meet();
    await this.#open;
  }
}
