import {
  applyName,
  type ContentOperation,
  type DiskOperation,
  type NameOperation,
  withContent,
} from './diskOperation.testkit.ts';

/** A disk as it is found after a power cut. */
export interface DiskImage {
  readonly files: ReadonlyMap<number, { readonly content: Uint8Array; readonly mode: number }>;
  readonly folders: ReadonlyMap<number, ReadonlyMap<string, number>>;
}

interface Durable<Operation, Content> {
  content: Content;
  /** Not yet waited for: any subset of it may be on the disk. */
  pending: Operation[];
}

/** A number from 0 up to but not including `below`. */
export type Draw = (below: number) => number;

/**
 * What a disk guarantees and what it does not: an fsync makes the content of one file, or the names in one
 * folder, safe; everything later may be there, or not, or in part, in any combination.
 */
export class PowerCut {
  readonly #files = new Map<number, Durable<ContentOperation, Uint8Array> & { readonly mode: number }>();
  readonly #folders = new Map<number, Durable<NameOperation, Map<string, number>>>([
    [1, { content: new Map(), pending: [] }],
  ]);

  apply(operation: DiskOperation): void {
    switch (operation.kind) {
      case 'make':
        if (operation.what === 'file') {
          this.#files.set(operation.inode, { content: new Uint8Array(), pending: [], mode: operation.mode });
        } else this.#folders.set(operation.inode, { content: new Map(), pending: [] });
        return;
      case 'write':
      case 'truncate':
        this.#files.get(operation.inode)?.pending.push(operation);
        return;
      case 'link':
      case 'rename':
      case 'unlink':
        this.#folders.get(operation.folder)?.pending.push(operation);
        return;
      case 'fsync':
        this.#settle(operation.inode, true);
        return;
      case 'fsync failed':
        // The kernel has thrown the pages away and calls them clean: no later fsync brings them back.
        this.#settle(operation.inode, false);
    }
  }

  /** How many operations are not safe. */
  get pending(): number {
    const all = [...this.#files.values(), ...this.#folders.values()];
    return all.reduce((sum, { pending }) => sum + pending.length, 0);
  }

  /** One disk that a power cut now may leave. `fate` decides over each operation that is not safe, in order. */
  image(fate: (operation: ContentOperation | NameOperation) => Fate, draw: Draw): DiskImage {
    const files = new Map<number, { content: Uint8Array; mode: number }>();
    for (const [inode, { content, pending, mode }] of this.#files) {
      let now = content;
      for (const operation of pending) now = withFate(now, operation, fate(operation), draw);
      files.set(inode, { content: now, mode });
    }
    const folders = new Map<number, Map<string, number>>();
    for (const [inode, { content, pending }] of this.#folders) {
      const names = new Map(content);
      for (const operation of pending) if (fate(operation) !== 'lost') applyName(names, operation);
      folders.set(inode, names);
    }
    return { files, folders };
  }

  #settle(inode: number, isKept: boolean): void {
    const file = this.#files.get(inode);
    if (file !== undefined) {
      if (isKept) file.content = file.pending.reduce(withContent, file.content);
      file.pending = [];
    }
    const folder = this.#folders.get(inode);
    if (folder !== undefined) {
      if (isKept) for (const operation of folder.pending) applyName(folder.content, operation);
      folder.pending = [];
    }
  }
}

/** Whole; not at all; its beginning; only the new length, with zeros; only its end; some of its sectors. */
export const FATES = ['kept', 'lost', 'beginning', 'length', 'end', 'sectors'] as const;
export type Fate = (typeof FATES)[number];

const SECTOR_BYTES = 64;

function withFate(content: Uint8Array, operation: ContentOperation, fate: Fate, draw: Draw): Uint8Array {
  if (fate === 'lost') return content;
  if (fate === 'kept' || operation.kind === 'truncate') return withContent(content, operation);
  const { at, bytes } = operation;
  const cut = draw(bytes.length + 1);
  if (fate === 'beginning') return withContent(content, { ...operation, bytes: bytes.subarray(0, cut) });
  const longer = new Uint8Array(Math.max(content.length, at + bytes.length));
  longer.set(content);
  if (fate === 'end') longer.set(bytes.subarray(cut), at + cut);
  if (fate === 'sectors') {
    for (let from = 0; from < bytes.length; from += SECTOR_BYTES) {
      if (draw(2) === 0) longer.set(bytes.subarray(from, from + SECTOR_BYTES), at + from);
    }
  }
  return longer;
}
