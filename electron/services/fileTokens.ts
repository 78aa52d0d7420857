import { createHash } from 'node:crypto';
import { HostError } from '../../shared/contract/errors.ts';

/**
 * Opaque names for paths. A window can ask only for files that its host named to it: those in the library
 * and those that a person chose, dropped or opened with the program.
 */
export class FileTokens {
  readonly #paths = new Map<string, string>();

  /** The token of an absolute path, known from now on; the same path has the same token in every program. */
  tokenOf(path: string): string {
    const token = createHash('sha256').update(path).digest('base64url').slice(0, 32);
    this.#paths.set(token, path);
    return token;
  }

  knows(token: string): boolean {
    return this.#paths.has(token);
  }

  /** @throws HostError `not-found` for a token that this host did not give out */
  pathOf(token: string): string {
    const path = this.#paths.get(token);
    if (path === undefined) {
      throw new HostError({
        code: 'not-found',
        sentence: 'That file is not known to this window.',
        next: 'Open it from the library or with Open a file, or start Debrief with it.',
      });
    }
    return path;
  }
}
