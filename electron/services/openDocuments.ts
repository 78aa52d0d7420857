import type { OpenDocument } from './open-document/index.ts';

/** Opens the document at a path. @throws HostError */
export type OpenPath = (path: string) => Promise<OpenDocument>;

interface Holding {
  readonly document: Promise<OpenDocument>;
  /** Set once it is open. */
  opened: OpenDocument | null;
  holders: number;
}

/** The documents that are open in this host: one a path, shared by all windows, closed with the last. */
export class OpenDocuments {
  readonly #open: OpenPath;
  readonly #holdings = new Map<string, Holding>();
  readonly #closing = new Map<string, Promise<void>>();

  constructor(open: OpenPath) {
    this.#open = open;
  }

  /** The open document, opened if it is not; hold it until {@link release}. */
  async hold(path: string): Promise<OpenDocument> {
    // Who closed it was told what went wrong, and has kept what was not saved.
    await this.#closing.get(path)?.catch(() => {});
    const holding = this.#holdings.get(path) ?? { document: this.#open(path), opened: null, holders: 0 };
    this.#holdings.set(path, holding);
    holding.holders += 1;
    try {
      holding.opened = await holding.document;
      return holding.opened;
    } catch (error) {
      this.#holdings.delete(path);
      throw error;
    }
  }

  /** Lets go; the last to let go closes the document, which compacts and frees its file. */
  async release(path: string): Promise<void> {
    const holding = this.#holdings.get(path);
    if (holding === undefined) return;
    holding.holders -= 1;
    if (holding.holders > 0) return;
    this.#holdings.delete(path);
    const closing = holding.document
      .then((document) => document.close())
      .finally(() => this.#closing.delete(path));
    this.#closing.set(path, closing);
    await closing;
  }

  /** The open document that holds a file, by its path without symbolic links; null when none does. */
  holderOf(realPath: string): OpenDocument | null {
    for (const { opened } of this.#holdings.values()) {
      if (opened?.realPath === realPath && opened.holdsFile) return opened;
    }
    return null;
  }

  isOpen(path: string): boolean {
    return this.#holdings.has(path);
  }

  async closeAll(): Promise<void> {
    const paths = [...this.#holdings.keys()];
    for (const holding of this.#holdings.values()) holding.holders = 1;
    await Promise.allSettled([...paths.map((path) => this.release(path)), ...this.#closing.values()]);
  }
}
