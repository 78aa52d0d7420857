import { createStore } from 'zustand/vanilla';
import type { Placement } from '../popover/placement.ts';
import type { Anchor } from '../popover/usePlacement.ts';
import type { MenuEntry } from './entries.ts';

export interface OpenedMenu {
  readonly anchor: Anchor;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly placement?: Placement;
  /** Told when the menu closes, by a choice or without one. */
  readonly onClose?: () => void;
}

/** The menu that was opened from outside React, if any. MenuHost shows it. */
export const openedMenu = createStore<{ readonly menu: OpenedMenu | null }>(() => ({ menu: null }));

/** Opens a menu from a plain-DOM view, such as a timeline row's. A menu opened so before is closed. */
export function openMenu(menu: OpenedMenu): void {
  closeOpenedMenu();
  openedMenu.setState({ menu });
}

/** Closes the menu that openMenu opened; nothing happens when there is none. */
export function closeOpenedMenu(): void {
  const { menu } = openedMenu.getState();
  openedMenu.setState({ menu: null });
  menu?.onClose?.();
}
