import * as z from 'zod';
import { readPrivateJson, writePrivateJson } from './privateFile.ts';
import { hashOf, newSecret } from './secrets.ts';

const DAY = 24 * 60 * 60 * 1000;
/** How long a browser may come back without a new token, in days. */
export const SESSION_DAYS = 90;
const MOST_SESSIONS = 32;

const fileSchema = z.object({
  sessions: z.array(z.object({ hash: z.string(), since: z.number() })),
});
type KnownSession = z.infer<typeof fileSchema>['sessions'][number];

/**
 * The browsers that have come in by a token (TH-5). The file holds hashes only, so that a restarted server
 * knows an open page again and a copy of the file lets nobody in.
 */
export class BrowserSessions {
  readonly #path: string;
  #known: readonly KnownSession[];
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, known: readonly KnownSession[]) {
    this.#path = path;
    this.#known = known;
  }

  /** A missing or spoiled file means that every browser needs a new token. */
  static async read(path: string): Promise<BrowserSessions> {
    const file = fileSchema.safeParse(await readPrivateJson(path));
    return new BrowserSessions(path, file.success ? file.data.sessions : []);
  }

  /** @returns the secret for the cookie, once the file knows it */
  async begin(): Promise<string> {
    const secret = newSecret();
    const now = Date.now();
    const current = this.#known.filter((session) => isCurrent(session, now));
    this.#known = [...current, { hash: hashOf(secret), since: now }].slice(-MOST_SESSIONS);
    const sessions = this.#known;
    this.#writing = this.#writing
      .catch(() => undefined)
      .then(() => writePrivateJson(this.#path, { sessions }));
    await this.#writing;
    return secret;
  }

  has(secret: string): boolean {
    const hash = hashOf(secret);
    return this.#known.some((session) => session.hash === hash && isCurrent(session, Date.now()));
  }
}

/** A clock that was set back makes no session older than it is; one from the future counts as current. */
const isCurrent = (session: KnownSession, now: number): boolean => now - session.since < SESSION_DAYS * DAY;
