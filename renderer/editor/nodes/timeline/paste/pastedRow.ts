import type { Fragment } from '@tiptap/pm/model';

/** A cell that was pasted: its words, and its blocks with marks and links. */
export interface PastedCell {
  readonly words: string;
  readonly blocks: Fragment;
}

/** A row that was pasted, its time as it was written. */
export interface PastedRow {
  readonly time: string;
  /** Blocks. */
  readonly event: Fragment;
  /** Inline content. */
  readonly source: Fragment;
}
