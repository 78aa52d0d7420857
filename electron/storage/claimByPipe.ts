import { userInfo } from 'node:os';
import type { Holder, SocketClaim } from './claimSocket.ts';
import { askHolder, closeServer, listenForClaims } from './claimTalk.ts';

/** On Windows a named pipe goes with its process, and its name can be taken once only: that is all it needs. */
export async function claimByPipe(key: string, holder: Holder): Promise<SocketClaim> {
  const path = `\\\\.\\pipe\\debrief-${userInfo().username}-${key}`;
  for (;;) {
    const server = await listenForClaims(path, () => ({ kind: 'held', holder }));
    if (server !== null) return { kind: 'claimed', release: () => closeServer(server) };
    const answer = await askHolder(path, '');
    if (answer?.kind === 'held') return answer;
  }
}
