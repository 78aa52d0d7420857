import { type RefObject, useLayoutEffect } from 'react';
import { type Placement, placeNear } from './placement.ts';

/** What a popover stands at: an element, or a caret or pointer that answers with its box. */
export interface Anchor {
  getBoundingClientRect(): DOMRect;
}

/**
 * Puts the element at its anchor and keeps it there while the window is resized, anything scrolls, or either
 * of the two changes its size. Sets `left`, `top`, `max-height` and `--anchor-w` on the element, and
 * `data-side`, before the browser paints.
 */
export function usePlacement(
  element: RefObject<HTMLElement | null>,
  anchor: Anchor | null,
  placement: Placement,
): void {
  useLayoutEffect(() => {
    const popover = element.current;
    if (!popover || !anchor) return;
    const place = (): void => {
      const box = anchor.getBoundingClientRect();
      popover.style.setProperty('--anchor-w', `${box.width}px`);
      popover.style.maxHeight = '';
      const size = { width: popover.offsetWidth, height: popover.offsetHeight };
      const frame = { width: window.innerWidth, height: window.innerHeight };
      const { left, top, side, maxHeight } = placeNear(box, size, frame, placement);
      popover.style.left = `${left}px`;
      popover.style.top = `${top}px`;
      // A style sheet may ask for less than there is room for.
      if (size.height > maxHeight) popover.style.maxHeight = `${maxHeight}px`;
      popover.dataset.side = side;
    };
    place();
    const sizes = new ResizeObserver(place);
    sizes.observe(popover);
    if (anchor instanceof Element) sizes.observe(anchor);
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, true);
    return () => {
      sizes.disconnect();
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, true);
    };
  }, [element, anchor, placement]);
}
