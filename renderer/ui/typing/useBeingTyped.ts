import { useEffect, useState } from 'react';

const PENDING = '[data-pending]';

/**
 * Whether a field of the page holds text that becomes part of the document only when the field is left: a time,
 * a date, a member of a set. Such a field has the attribute `data-pending` meanwhile.
 */
export function useBeingTyped(): boolean {
  const [isBeingTyped, setIsBeingTyped] = useState(false);
  useEffect(() => {
    const look = (): void => {
      const found = document.querySelector(PENDING) !== null;
      setIsBeingTyped(found);
      if (!found) watch.disconnect();
    };
    const watch = new MutationObserver(look);
    // A field marks itself while it hears of the same input, or draws itself anew right after.
    const typed = (): void => {
      watch.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-pending'] });
      look();
    };
    const later = (): void => queueMicrotask(typed);
    document.addEventListener('input', later);
    return () => {
      document.removeEventListener('input', later);
      watch.disconnect();
    };
  }, []);
  return isBeingTyped;
}
