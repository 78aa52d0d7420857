import { useEffect } from 'react';
import type { DocumentSession } from '../../session/documentSession.ts';
import { showToast } from '../../ui/toast/toasts.ts';
import { nameOf, unreadField } from '../../ui/typing/useBeingTyped.ts';

/**
 * Holds the window open while something typed is not yet acknowledged, and closes it as soon as it is. What
 * cannot be saved is asked about by the window's own question in a browser; in the desktop the window stays. A field
 * whose text cannot be read is led back to once, and closing again lets it go.
 */
export function useSafeLeave(session: DocumentSession): void {
  useEffect(() => {
    let letGo: string | null = null;
    const leave = (event: BeforeUnloadEvent): void => {
      // A field takes what was typed into it when it is left.
      if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
      const unread = unreadField();
      if (unread !== null && unread.value !== letGo) {
        letGo = unread.value;
        stay(event);
        unread.focus();
        showToast(`${nameOf(unread)} cannot be read and is not saved. Close again to let it go`);
        return;
      }
      if (session.isAcknowledged) return;
      stay(event);
      void session.flush().then(() => {
        if (session.isAcknowledged && window.debriefHost !== undefined) window.close();
      });
    };
    window.addEventListener('beforeunload', leave);
    return () => window.removeEventListener('beforeunload', leave);
  }, [session]);
}

function stay(event: BeforeUnloadEvent): void {
  event.preventDefault();
  event.returnValue = '';
}
