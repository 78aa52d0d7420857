import { useEffect, useState } from 'react';

const PENDING = '[data-pending]';

/** What waits in a field: it is being typed, or it was left as text that cannot be read. */
export type BeingTyped =
  | { readonly kind: 'typing' }
  | { readonly kind: 'unread'; readonly field: HTMLInputElement };

/**
 * The field of the page whose text becomes part of the document only when it is left: a time, a date, a member of a
 * set. Such a field has the attribute `data-pending` meanwhile. Null where there is none.
 */
export function useBeingTyped(): BeingTyped | null {
  const [beingTyped, setBeingTyped] = useState<BeingTyped | null>(null);
  useEffect(() => {
    const look = (): void => {
      const found = document.querySelector(PENDING) !== null;
      setBeingTyped(found ? whatWaits : null);
      if (!found) watch.disconnect();
    };
    const watch = new MutationObserver(look);
    // A field marks itself while it hears of the same input, or draws itself anew right after.
    const typed = (): void => {
      watch.observe(document.body, {
        subtree: true,
        childList: true,
        attributeFilter: ['data-pending', 'aria-invalid'],
      });
      look();
    };
    const later = (): void => queueMicrotask(typed);
    const heard = ['input', 'focusin', 'focusout'];
    for (const type of heard) document.addEventListener(type, later);
    return () => {
      for (const type of heard) document.removeEventListener(type, later);
      watch.disconnect();
    };
  }, []);
  return beingTyped;
}

function whatWaits(before: BeingTyped | null): BeingTyped {
  const field = unreadField();
  if (field === null) return before?.kind === 'typing' ? before : { kind: 'typing' };
  return before?.kind === 'unread' && before.field === field ? before : { kind: 'unread', field };
}

/** The first field that was left with text that cannot be read; null where there is none. */
export const unreadField = (): HTMLInputElement | null =>
  document.querySelector<HTMLInputElement>(`input${PENDING}[aria-invalid="true"]:not(:focus)`);

/** The name by which a screen reader calls a field. */
export const nameOf = (field: HTMLInputElement): string =>
  field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? 'A field';
