import { useEffect, useState } from 'react';

/** How long a pointer rests on an element before its tooltip shows, in milliseconds. */
const DELAY = 400;
/** How long a tooltip waits for the pointer to come over to it, in milliseconds. */
const GRACE = 120;

/**
 * The element whose tooltip is to be shown: the one with `data-tip` that the mouse rests on or that got
 * focus by keyboard. Null after Esc, a press, a scroll, or when the pointer leaves both it and the tooltip.
 */
export function useTippedElement(tooltipId: string): HTMLElement | null {
  const [tipped, setTipped] = useState<HTMLElement | null>(null);
  useEffect(() => {
    let waiting = 0;
    let wanted: HTMLElement | null = null;
    const wait = (element: HTMLElement | null, milliseconds: number): void => {
      window.clearTimeout(waiting);
      wanted = element;
      waiting = window.setTimeout(() => setTipped(element?.isConnected ? element : null), milliseconds);
    };
    const hide = (): void => {
      window.clearTimeout(waiting);
      wanted = null;
      setTipped(null);
    };
    // One that is still waited for may show: the pointer may have stopped before the page did.
    const scrolled = (): void => setTipped(null);
    const pointed = (event: PointerEvent): void => {
      if (event.pointerType !== 'mouse' || !(event.target instanceof Element)) return;
      if (event.target.closest(`[id="${tooltipId}"]`)) {
        window.clearTimeout(waiting);
        return;
      }
      const element = event.target.closest<HTMLElement>('[data-tip]');
      if (element !== wanted) wait(element, element ? DELAY : GRACE);
    };
    const focused = (event: FocusEvent): void => {
      const element = event.target instanceof HTMLElement ? event.target : null;
      if (element?.matches('[data-tip]:focus-visible')) wait(element, 0);
      else hide();
    };
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };
    document.addEventListener('pointerover', pointed);
    document.addEventListener('pointerdown', hide, true);
    document.addEventListener('focusin', focused);
    document.addEventListener('focusout', hide);
    document.addEventListener('keydown', pressed, true);
    window.addEventListener('scroll', scrolled, true);
    return () => {
      window.clearTimeout(waiting);
      document.removeEventListener('pointerover', pointed);
      document.removeEventListener('pointerdown', hide, true);
      document.removeEventListener('focusin', focused);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('keydown', pressed, true);
      window.removeEventListener('scroll', scrolled, true);
    };
  }, [tooltipId]);
  return tipped;
}
