import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BrowserSessions } from './browserSessions.ts';
import type { Invitation, OneTimeTokens } from './oneTimeTokens.ts';
import { OUTSIDE_STYLE, type OutsideReason, outsidePage } from './outsidePage.ts';
import type { PageFile } from './pageFiles.ts';
import { originOf, refuseForeign } from './requestPolicy.ts';
import { securityHeaders } from './securityHeaders.ts';
import { sessionCookie, sessionSecrets } from './sessionCookie.ts';

export interface HttpDoorOptions {
  readonly port: number;
  readonly files: ReadonlyMap<string, PageFile>;
  readonly tokens: OneTimeTokens;
  readonly sessions: BrowserSessions;
  /** A browser came in by a token. */
  readonly onEntry: (invitation: Invitation) => void;
}

/** The HTTP side of the loopback host: tokens become cookies, and a browser with one gets the window's files. */
export class HttpDoor {
  readonly #options: HttpDoorOptions;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(options: HttpDoorOptions) {
    this.#options = options;
    this.#headers = securityHeaders(options.port);
  }

  /** Whether the request carries the cookie of a browser that came in (TH-5). */
  isInside(request: IncomingMessage): boolean {
    const { port, sessions } = this.#options;
    return sessionSecrets(request, port).some((secret) => sessions.has(secret));
  }

  /** Answers one request. @throws Error when a file or the sessions cannot be read or written */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { port, files } = this.#options;
    const refusal = refuseForeign(request, port);
    if (refusal !== null) {
      const allow: Record<string, string> = refusal.status === 405 ? { Allow: 'GET, HEAD' } : {};
      return this.#send(response, refusal.status, TEXT, refusal.sentence, allow);
    }
    const address = addressOf(request, port);
    if (address === null) return this.#send(response, 400, TEXT, 'That is no address.');
    const token = address.pathname === '/' ? address.searchParams.get('token') : null;
    if (token !== null && request.method === 'HEAD') return this.#tell(request, response, token);
    if (token !== null) return this.#enter(request, response, token);
    if (!this.isInside(request)) return this.#turnAway(response, 'no-session');
    const file = files.get(address.pathname);
    if (file === undefined) return this.#send(response, 404, TEXT, 'Debrief has no such page.');
    const keep = file.neverChanges ? 'private, max-age=31536000, immutable' : 'no-store';
    this.#send(response, 200, file.mediaType, await file.read(), { 'Cache-Control': keep });
  }

  /** HEAD is safe (RFC 9110, section 9.2.1): it says whether the address is good, and leaves it good. */
  #tell(request: IncomingMessage, response: ServerResponse, token: string): void {
    const isGood = this.#options.tokens.has(token) || this.isInside(request);
    if (isGood) this.#send(response, 200, TEXT, 'Debrief');
    else this.#turnAway(response, 'spent-token');
  }

  async #enter(request: IncomingMessage, response: ServerResponse, token: string): Promise<void> {
    const { port, tokens, sessions, onEntry } = this.#options;
    // A browser that only guesses that the person will go there must not use the token up.
    if (/prefetch|prerender/.test(purposeOf(request)))
      return this.#send(response, 503, TEXT, 'Open this address itself.');
    const invitation = tokens.spend(token);
    const known = this.isInside(request);
    if (invitation === null && !known) return this.#turnAway(response, 'spent-token');
    const cookie: Record<string, string> = known
      ? {}
      : { 'Set-Cookie': sessionCookie(port, await sessions.begin()) };
    if (invitation !== null) onEntry(invitation);
    this.#send(response, 303, TEXT, 'Debrief', { ...cookie, Location: '/' });
  }

  #turnAway(response: ServerResponse, reason: OutsideReason): void {
    const headers = securityHeaders(this.#options.port, OUTSIDE_STYLE);
    this.#send(response, 401, HTML, outsidePage(reason), headers);
  }

  #send(
    response: ServerResponse,
    status: number,
    mediaType: string,
    body: string | Buffer,
    more: Readonly<Record<string, string>> = {},
  ): void {
    const bytes = Buffer.from(body);
    response.writeHead(status, {
      ...this.#headers,
      'Content-Type': mediaType,
      'Content-Length': bytes.length,
      'Cache-Control': 'no-store',
      ...more,
    });
    // Node leaves the body of an answer to HEAD out by itself.
    response.end(bytes);
  }
}

const TEXT = 'text/plain; charset=utf-8';
const HTML = 'text/html; charset=utf-8';

const purposeOf = (request: IncomingMessage): string =>
  `${request.headers['sec-purpose'] ?? ''} ${request.headers.purpose ?? ''}`;

/** @returns null for a request line that is no path of this host */
function addressOf(request: IncomingMessage, port: number): URL | null {
  try {
    const address = new URL(request.url ?? '', originOf(port));
    return address.origin === originOf(port) ? address : null;
  } catch {
    return null;
  }
}
