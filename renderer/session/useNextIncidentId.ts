import { useEffect, useState } from 'react';
import { callHost } from './host.ts';

/** The next free incident id of the library for a day (`YYYY-MM-DD`); null for no day, and until the host has answered. */
export function useNextIncidentId(date: string | null): string | null {
  const [found, setFound] = useState<{ readonly date: string; readonly id: string } | null>(null);
  useEffect(() => {
    if (date === null) return;
    let isAsked = true;
    // Without an answer nothing is offered.
    callHost('library.nextIncidentId', { date }).then(
      ({ incidentId }) => isAsked && setFound({ date, id: incidentId }),
      () => undefined,
    );
    return () => {
      isAsked = false;
    };
  }, [date]);
  return found !== null && found.date === date ? found.id : null;
}
