import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { firstFocusIn, keepTabInside } from '../overlay/tabbable.ts';
import { enterModal, isTopModal } from './modalStack.ts';

/**
 * What makes an element modal while it is rendered: focus goes in (to `data-first-focus`, else the first
 * place), stays in and is given back; the rest is inert; Esc closes, and Enter does what `onEnter` says.
 * @returns the key handler that goes on the element
 */
export function useModal(
  element: RefObject<HTMLElement | null>,
  onClose: () => void,
  onEnter?: () => void,
): (event: KeyboardEvent) => void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });

  useLayoutEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    const before = placesBack(document.activeElement);
    const leave = enterModal(dialog);
    firstFocusIn(dialog).focus({ preventScroll: true });
    // When what had focus is gone, its keys go to the body: they are still meant for the dialog.
    const lost = (event: globalThis.KeyboardEvent): void => {
      if (document.activeElement !== document.body || !isTopModal(dialog)) return;
      if (event.key === 'Escape') close.current();
      else if (event.key === 'Tab') {
        event.preventDefault();
        firstFocusIn(dialog).focus();
      }
    };
    document.addEventListener('keydown', lost);
    return () => {
      document.removeEventListener('keydown', lost);
      const active = document.activeElement;
      const ours = active === null || active === document.body || dialog.contains(active);
      leave();
      if (ours) before.find(({ isConnected }) => isConnected)?.focus({ preventScroll: true });
    };
  }, [element]);

  return (event) => {
    const dialog = element.current;
    // React hands over keys of popovers that stand at the dialog, too; those have dealt with Tab.
    if (!dialog || !(event.target instanceof Node)) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close.current();
    } else if (!dialog.contains(event.target)) return;
    else if (onEnter !== undefined && isEnterOfAll(event)) {
      event.preventDefault();
      // A key that is still held down from the press that opened the dialog means nothing here.
      if (!event.repeat) onEnter();
    } else keepTabInside(event.nativeEvent, dialog);
  };
}

/** Whether the key is an Enter that is nobody's own. A choice out of a few is made by other keys. */
function isEnterOfAll(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return false;
  const own = (event.target as Element).closest('button, a[href], textarea');
  return own === null || own.getAttribute('role') === 'radio';
}

/** Where the focus goes back to: what has it, and, should that be gone with the focus, the text around it. */
function placesBack(focused: Element | null): readonly HTMLElement[] {
  const text = focused?.parentElement?.closest<HTMLElement>('[contenteditable="true"]');
  return [focused, text].filter((place) => place instanceof HTMLElement);
}
