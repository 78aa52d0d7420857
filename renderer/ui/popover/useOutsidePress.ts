import { type RefObject, useEffect } from 'react';
import type { Anchor } from './usePlacement.ts';

/** Calls `close` when a pointer is pressed neither in the popover nor on its anchor, which toggles by itself. */
export function useOutsidePress(
  popover: RefObject<HTMLElement | null>,
  anchor: Anchor | null,
  close: () => void,
): void {
  useEffect(() => {
    const pressed = (event: PointerEvent): void => {
      const target = event.target;
      if (!(target instanceof Node) || popover.current?.contains(target)) return;
      if (anchor instanceof Node && anchor.contains(target)) return;
      close();
    };
    document.addEventListener('pointerdown', pressed, true);
    return () => document.removeEventListener('pointerdown', pressed, true);
  }, [popover, anchor, close]);
}
