import type { LucideIcon } from '../ui/icons.ts';
import type { Shortcut } from '../ui/keyboard.ts';

export const PALETTE_GROUPS = ['Do', 'Go to', 'Put in', 'Set', 'Actions', 'People'] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

/** One line of the command palette. */
export interface PaletteItem {
  /** Unique in the palette. */
  readonly id: string;
  readonly group: PaletteGroup;
  readonly icon: LucideIcon;
  readonly label: string;
  /** Before the label, in the face of IDs. */
  readonly code?: string | null;
  /** Quiet, after the label: what the line is. */
  readonly detail?: string;
  /** More words to find it by; never shown. */
  readonly words?: string;
  readonly keys?: Shortcut;
  readonly run: () => void;
}
