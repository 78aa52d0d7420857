import { nextIncidentId } from '../../shared/time/incidentId.ts';
import { claimSocket } from '../storage/claimSocket.ts';
import type { DebriefHost } from './debriefHost.ts';

/**
 * Makes a document under the next free incident id of a day (`YYYY-MM-DD`). Others that do so at the same time
 * on this machine take ids of their own: each id is held until its document is in the library.
 *
 * @param label who holds it, for a person
 */
export async function withNextIncidentId<Made>(
  { library, folders }: DebriefHost,
  date: string,
  label: string,
  make: (incidentId: string) => Promise<Made>,
): Promise<Made> {
  const held: string[] = [];
  for (;;) {
    const id = nextIncidentId([...(await library.incidentIds()), ...held], date);
    const claim = await claimSocket(`incident ${folders.library} ${id}`, {
      pid: process.pid,
      label,
      address: null,
    });
    if (claim.kind === 'held') {
      held.push(id);
      continue;
    }
    try {
      // Whoever held it before may have made its document since the library was read.
      if (!(await library.incidentIds()).includes(id)) return await make(id);
    } finally {
      await claim.release();
    }
  }
}
