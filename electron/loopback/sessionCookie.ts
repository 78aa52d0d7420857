import type { IncomingMessage } from 'node:http';
import { SESSION_DAYS } from './browserSessions.ts';

/** Browsers keep cookies by host name, not by port: two servers of one machine must not share a name. */
const nameOf = (port: number): string => `debrief-${port}`;

export const sessionCookie = (port: number, secret: string): string =>
  `${nameOf(port)}=${secret}; Path=/; Max-Age=${SESSION_DAYS * 24 * 60 * 60}; HttpOnly; SameSite=Strict`;

/** The session secrets that a request carries: none, usually one. */
export function sessionSecrets(request: IncomingMessage, port: number): string[] {
  const prefix = `${nameOf(port)}=`;
  return (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(prefix))
    .map((pair) => pair.slice(prefix.length));
}
