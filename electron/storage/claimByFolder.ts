import { randomBytes } from 'node:crypto';
import * as fsp from 'node:fs/promises';
import { join } from 'node:path';
import type { Holder, SocketClaim } from './claimSocket.ts';
import { askHolder, type ClaimAnswer, closeServer, listenForClaims } from './claimTalk.ts';
import { errorCode } from './fileSystem.ts';
import { socketFolder } from './socketFolder.ts';

/** Rounds in which candidates may have waited for one another; each round leaves at least one of them. */
const ROUNDS = 20;

/** One process that wants a name. Of two candidates that meet, the one with the lower id gets it. */
class Candidate {
  readonly id = randomBytes(12).toString('hex');
  readonly #holder: Holder;
  #state: 'candidate' | 'lost' | 'holding' = 'candidate';

  constructor(holder: Holder) {
    this.#holder = holder;
  }

  /** The answer to another candidate. It decides at once, so that two can never both go on. */
  answer(otherId: string): ClaimAnswer {
    if (this.#state === 'holding') return { kind: 'held', holder: this.#holder };
    if (this.#state === 'candidate' && this.id < otherId) return { kind: 'mine' };
    this.#state = 'lost';
    return { kind: 'yours' };
  }

  /** Holds the name from now on, unless another has been let past. */
  win(): boolean {
    if (this.#state === 'candidate') this.#state = 'holding';
    return this.#state === 'holding';
  }
}

/**
 * A socket file outlives a process that is killed, and taking it away is a race: the next process may have
 * listened there meanwhile. So each candidate listens under a name of its own, KEY.ID, then asks everyone whose
 * name begins with KEY. Whoever comes later sees whoever came before; dead sockets refuse, and are cleared away
 * by the one that holds the name, whom nobody can get past any more.
 */
export async function claimByFolder(key: string, holder: Holder): Promise<SocketClaim> {
  const folder = await socketFolder();
  for (let round = 0; round < ROUNDS; round++) {
    const candidate = new Candidate(holder);
    const path = join(folder, `${key}.${candidate.id}`);
    const server = await listenForClaims(path, (id) => candidate.answer(id));
    if (server === null) continue;
    const { others, answers } = await askOthers(folder, key, candidate.id);
    const held = answers.find((answer) => answer?.kind === 'held');
    if (held === undefined && !answers.some((answer) => answer?.kind === 'mine') && candidate.win()) {
      await clear(others.filter((_, i) => answers[i] === null));
      return { kind: 'claimed', release: () => closeServer(server) };
    }
    await closeServer(server);
    if (held?.kind === 'held') return held;
  }
  return { kind: 'held', holder: { pid: 0, label: 'another program', address: null } };
}

async function askOthers(folder: string, key: string, id: string) {
  const names = await fsp.readdir(folder);
  const others = names
    .filter((name) => name.startsWith(`${key}.`) && name !== `${key}.${id}`)
    .map((name) => join(folder, name));
  return { others, answers: await Promise.all(others.map((path) => askHolder(path, id))) };
}

async function clear(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    try {
      await fsp.unlink(path);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }
}
