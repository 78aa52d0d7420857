import { claimSocket, type Holder, type SocketClaim } from './claimSocket.ts';
import type { FileIdentity } from './fileSystem.ts';

/** Claims a name among processes; {@link claimSocket} in the product, something simpler in tests. */
export type ClaimName = (name: string, holder: Holder) => Promise<SocketClaim>;

export type ClaimOutcome =
  | { readonly kind: 'claimed'; readonly claim: WriterClaim }
  | { readonly kind: 'held'; readonly holder: Holder };

/**
 * The right of this process to write one file. Two names are held: the file's identity, which is the same
 * through symbolic links, hard links and after a rename; and its path, which stays when another file is put in
 * its place. The claim keeps two Debriefs from working against each other; it is not what keeps a file whole:
 * what another process appends all the same is merged, as if it came from another machine.
 */
export class WriterClaim {
  readonly #claimName: ClaimName;
  readonly #holder: Holder;
  #realPath: string;
  #releasePath: () => Promise<void>;
  #identity: FileIdentity;
  #releaseIdentity: () => Promise<void>;

  private constructor(
    claimName: ClaimName,
    holder: Holder,
    realPath: string,
    releasePath: () => Promise<void>,
    identity: FileIdentity,
    releaseIdentity: () => Promise<void>,
  ) {
    this.#claimName = claimName;
    this.#holder = holder;
    this.#realPath = realPath;
    this.#releasePath = releasePath;
    this.#identity = identity;
    this.#releaseIdentity = releaseIdentity;
  }

  /** `realPath` is without symbolic links. */
  static async of(
    claimName: ClaimName,
    holder: Holder,
    realPath: string,
    identity: FileIdentity,
  ): Promise<ClaimOutcome> {
    const path = await claimName(`path ${realPath}`, holder);
    if (path.kind === 'held') return path;
    const file = await claimName(`file ${identity}`, holder);
    if (file.kind === 'held') {
      await path.release();
      return file;
    }
    return {
      kind: 'claimed',
      claim: new WriterClaim(claimName, holder, realPath, path.release, identity, file.release),
    };
  }

  /**
   * Claims the file that is about to be, or was, put in place of the one held, or that a link leads to now. Null, or
   * who has it: nothing has changed then.
   */
  async moveTo(identity: FileIdentity, realPath: string): Promise<Holder | null> {
    const path = realPath === this.#realPath ? null : await this.#claimName(`path ${realPath}`, this.#holder);
    if (path?.kind === 'held') return path.holder;
    const file = identity === this.#identity ? null : await this.#claimName(`file ${identity}`, this.#holder);
    if (file?.kind === 'held') {
      await path?.release();
      return file.holder;
    }
    if (path !== null) {
      await this.#releasePath();
      this.#realPath = realPath;
      this.#releasePath = path.release;
    }
    if (file !== null) {
      await this.#releaseIdentity();
      this.#identity = identity;
      this.#releaseIdentity = file.release;
    }
    return null;
  }

  async release(): Promise<void> {
    await this.#releaseIdentity();
    await this.#releasePath();
  }
}
