import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Remembers what had focus before, and gives it back when the component goes while focus is still in
 * `inside`. Call it before anything that moves focus in.
 * @returns gives the focus back at once
 */
export function useFocusReturn(inside: RefObject<HTMLElement | null>): () => void {
  const before = useRef<Element | null>(null);
  const giveBack = useRef((): void => {
    const element = before.current;
    before.current = null;
    if (element instanceof HTMLElement && element.isConnected) element.focus({ preventScroll: true });
  });
  useLayoutEffect(() => {
    before.current = document.activeElement;
    const box = inside.current;
    const give = giveBack.current;
    return () => {
      if (box?.contains(document.activeElement)) give();
    };
  }, [inside]);
  return giveBack.current;
}
