import type { Decoration } from '@tiptap/pm/view';
import type { RowFlag } from './rowFlag.ts';

/** What there is to draw of a row beyond the row itself. */
export interface DrawnRow {
  /** The day to show above it, in words. */
  readonly day: string | null;
  readonly flag: RowFlag | null;
  /** The caret is in it, or a field of it is typed in. */
  readonly active: boolean;
}

/** The spec of the decoration that carries it to the row's view; most rows have none. */
export type RowDecoration = DrawnRow & { readonly timelineRow: true };

const PLAIN: DrawnRow = { day: null, flag: null, active: false };

export const drawnIn = (decorations: readonly Decoration[]): DrawnRow =>
  (decorations.find(({ spec }) => spec.timelineRow === true)?.spec as RowDecoration | undefined) ?? PLAIN;
