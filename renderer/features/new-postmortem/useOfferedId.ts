import { useEffect, useState } from 'react';
import { callHost } from '../../session/host.ts';
import { useNextIncidentId } from '../../session/useNextIncidentId.ts';

interface OfferedId {
  readonly incidentId: string;
  readonly setIncidentId: (id: string) => void;
  /** The title of a postmortem of the library that has this id, or null. */
  readonly takenBy: string | null;
}

/** The next free incident id of today (UTC), until the person writes another. */
export function useOfferedId(): OfferedId {
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  // Without an answer the field stays empty, and making the postmortem says what is wrong.
  const offered = useNextIncidentId(today) ?? '';
  const [written, setWritten] = useState<string | null>(null);
  const [owners, setOwners] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    callHost('library.list', {}).then(
      ({ entries }) =>
        setOwners(
          new Map(
            entries.flatMap(({ incidentId, title, fileName }) =>
              incidentId === null ? [] : [[incidentId.toLowerCase(), title ?? fileName]],
            ),
          ),
        ),
      () => undefined,
    );
  }, []);
  const incidentId = written ?? offered;
  return {
    incidentId,
    setIncidentId: setWritten,
    takenBy: owners.get(incidentId.trim().toLowerCase()) ?? null,
  };
}
