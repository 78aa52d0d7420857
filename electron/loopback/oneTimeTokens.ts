import { hashOf, newSecret } from './secrets.ts';

/** What a token lets a browser do once: come in, and open a file at that. */
export interface Invitation {
  /** Absolute path, or null for the library. */
  readonly openFile: string | null;
}

/** Printed addresses that nobody has opened yet are few; the oldest give way. */
const MOST_OUTSTANDING = 16;

/** The tokens in printed addresses (TH-2). Each works once, and only while this server runs. */
export class OneTimeTokens {
  readonly #outstanding = new Map<string, Invitation>();

  issue(invitation: Invitation): string {
    const token = newSecret();
    this.#outstanding.set(hashOf(token), invitation);
    for (const hash of this.#outstanding.keys()) {
      if (this.#outstanding.size <= MOST_OUTSTANDING) break;
      this.#outstanding.delete(hash);
    }
    return token;
  }

  /** Whether {@link spend} would take the token. */
  has(token: string): boolean {
    return this.#outstanding.has(hashOf(token));
  }

  /** @returns null for a token that was used or never given out */
  spend(token: string): Invitation | null {
    const hash = hashOf(token);
    const invitation = this.#outstanding.get(hash) ?? null;
    this.#outstanding.delete(hash);
    return invitation;
  }
}
