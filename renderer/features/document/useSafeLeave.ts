import { useEffect } from 'react';
import type { DocumentSession } from '../../session/documentSession.ts';

/**
 * Holds the window open while something typed is not yet acknowledged, and closes it as soon as it is. What
 * cannot be saved is asked about by the window's own question in a browser; in the desktop the window stays.
 */
export function useSafeLeave(session: DocumentSession): void {
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent): void => {
      // A field takes what was typed into it when it is left.
      if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
      if (session.isAcknowledged) return;
      event.preventDefault();
      event.returnValue = '';
      void session.flush().then(() => {
        if (session.isAcknowledged && window.debriefHost !== undefined) window.close();
      });
    };
    window.addEventListener('beforeunload', leave);
    return () => window.removeEventListener('beforeunload', leave);
  }, [session]);
}
