import type { IncomingMessage } from 'node:http';

/** Why a request is refused before anyone looks at what it asks for: an HTTP status and a sentence. */
export interface Refusal {
  readonly status: number;
  readonly sentence: string;
}

/** The one name under which this host answers: IndexedDB and the cookie belong to it. */
export const authorityOf = (port: number): string => `127.0.0.1:${port}`;

export const originOf = (port: number): string => `http://${authorityOf(port)}`;

/**
 * Judges where a request comes from (TH-3, TH-4). A name that merely resolves to this machine (DNS rebinding)
 * has another Host; another site's page has another Origin or says `cross-site`; so does a page of another
 * port of 127.0.0.1, which counts as the same site and for which SameSite=Strict is therefore no barrier.
 * From elsewhere a person may come by a link, nothing else.
 *
 * @returns null when it may go on
 */
export function refuseForeign(request: IncomingMessage, port: number): Refusal | null {
  if (hostsOf(request).join() !== authorityOf(port)) {
    return { status: 421, sentence: `Debrief answers only as ${originOf(port)}/.` };
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { status: 405, sentence: 'Debrief takes no such request.' };
  }
  const { origin } = request.headers;
  if (origin !== undefined && origin !== originOf(port)) {
    return { status: 403, sentence: 'Another page may not ask Debrief for anything.' };
  }
  const site = request.headers['sec-fetch-site'];
  const own = site === undefined || site === 'same-origin' || site === 'none';
  const followsLink =
    request.headers['sec-fetch-mode'] === 'navigate' && request.headers['sec-fetch-dest'] === 'document';
  return own || followsLink
    ? null
    : { status: 403, sentence: 'Another page may not ask Debrief for anything.' };
}

/** A WebSocket is opened by script: there, a browser always names its Origin, and it must be ours (TH-4). */
export function refuseForeignUpgrade(request: IncomingMessage, port: number): Refusal | null {
  const refusal = refuseForeign(request, port);
  if (refusal !== null) return refusal;
  return request.headers.origin === originOf(port)
    ? null
    : { status: 403, sentence: 'Another page may not ask Debrief for anything.' };
}

/** Every Host header as sent: Node keeps only the first of two. */
function hostsOf(request: IncomingMessage): string[] {
  return request.rawHeaders.filter(
    (_, index) => index % 2 === 1 && request.rawHeaders[index - 1]?.toLowerCase() === 'host',
  );
}
