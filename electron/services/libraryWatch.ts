import { watchNames } from '../storage/watchNames.ts';

/** The least time between two notices, in milliseconds: a file that is being copied changes very often. */
const REST = 400;

/**
 * Says that the library's folder has changed outside: a file was copied in, replaced, renamed or taken away. Only
 * the system's notices are used; where there are none, a window looks again when a person comes back to it.
 */
export class LibraryWatch {
  readonly #folder: string;
  /** Whether a change of this name is known already, such as of a document that is open here. */
  readonly #isOwn: (name: string) => boolean;
  readonly #changed: () => void;
  #end: (() => void) | null = null;
  #rest: NodeJS.Timeout | null = null;
  #changedMeanwhile = false;

  constructor(folder: string, isOwn: (name: string) => boolean, changed: () => void) {
    this.#folder = folder;
    this.#isOwn = isOwn;
    this.#changed = changed;
  }

  /** Watches from now on, unless it does already. The folder has to be there. */
  start(): void {
    this.#end ??= watchNames(
      this.#folder,
      (name) => this.#hear(name),
      () => {
        this.#end = null;
        this.#hear(null);
      },
    );
  }

  close(): void {
    this.#end?.();
    this.#end = null;
    if (this.#rest !== null) clearTimeout(this.#rest);
    this.#rest = null;
  }

  #hear(name: string | null): void {
    const isPostmortem = name === null || (/\.debrief$/i.test(name) && !name.startsWith('.'));
    if (!isPostmortem || (name !== null && this.#isOwn(name))) return;
    if (this.#rest !== null) {
      this.#changedMeanwhile = true;
      return;
    }
    this.#changedMeanwhile = false;
    this.#changed();
    this.#rest = setTimeout(() => {
      this.#rest = null;
      if (this.#changedMeanwhile) this.#hear(null);
    }, REST);
    this.#rest.unref();
  }
}
