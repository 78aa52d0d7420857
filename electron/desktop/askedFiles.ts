/** Opens the files at these paths, or comes to the front when there are none. */
type OpenFiles = (paths: readonly string[]) => void;

/** The files that the system asks for, as macOS does before the app is ready: they wait until something can open them. */
export class AskedFiles {
  #waiting: string[] = [];
  #open: OpenFiles | null = null;

  ask(paths: readonly string[]): void {
    if (this.#open === null) this.#waiting.push(...paths);
    else this.#open(paths);
  }

  /** Returns what was asked for until now; from then on `open` is called. */
  openBy(open: OpenFiles): readonly string[] {
    this.#open = open;
    return this.#waiting.splice(0);
  }
}
