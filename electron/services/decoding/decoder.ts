import { HostError } from '../../../shared/contract/errors.ts';
import { limitsFor, MOST_BYTES } from './limits.ts';
import { THROUGH, type Trial } from './messages.ts';

/** A process that runs decoderProgram.ts. */
export interface DecoderProcess {
  readonly send: (trial: Trial) => void;
  readonly onAnswer: (hear: (word: unknown) => void) => void;
  /** Also when it could not be started. */
  readonly onEnd: (ended: () => void) => void;
  readonly end: () => void;
}

/** Starts one: a fork of Node, or in the desktop app, which is no Node, a utility process. */
export type StartDecoder = () => DecoderProcess;

/** It watches its own processor time; this is for one that does not run at all. Milliseconds. */
const LONGEST_WAIT = 120_000;
/** How long a process waits for the next file. Milliseconds. */
const IDLE = 5_000;

/** Tries foreign updates out in a process of its own, one trial after the other. */
export class Decoder {
  readonly #start: StartDecoder;
  #process: DecoderProcess | null = null;
  #turn: Promise<void> = Promise.resolve();
  #settle: (isThrough: boolean) => void = () => {};
  #idle: NodeJS.Timeout | undefined;

  constructor(start: StartDecoder) {
    this.#start = start;
  }

  /** @throws HostError when the updates cost more than a postmortem can */
  readonly tryUpdates = (updates: readonly Uint8Array[]): Promise<void> => {
    const trying = this.#turn.then(() => this.#try(updates));
    this.#turn = trying.catch(() => {});
    return trying;
  };

  /** Ends the process; what is being tried has failed. */
  close(): void {
    clearTimeout(this.#idle);
    this.#process?.end();
    this.#process = null;
    // Its end is not heard any more once it is no process of ours.
    this.#settle(false);
  }

  async #try(updates: readonly Uint8Array[]): Promise<void> {
    const bytes = Buffer.concat(updates);
    if (bytes.length > MOST_BYTES) throw tooCostly();
    clearTimeout(this.#idle);
    const trial = { bytes, lengths: updates.map(({ length }) => length), limits: limitsFor(bytes.length) };
    const isThrough = await new Promise<boolean>((settle) => {
      const wait = setTimeout(() => this.#settle(false), LONGEST_WAIT);
      this.#settle = (through) => {
        clearTimeout(wait);
        settle(through);
      };
      this.#process ??= this.#started();
      this.#process.send(trial);
    });
    if (!isThrough) {
      this.close();
      throw tooCostly();
    }
    this.#idle = setTimeout(() => this.close(), IDLE);
    this.#idle.unref();
  }

  #started(): DecoderProcess {
    const started = this.#start();
    started.onAnswer((word) => this.#settle(word === THROUGH));
    started.onEnd(() => {
      if (this.#process !== started) return;
      this.#process = null;
      this.#settle(false);
    });
    return started;
  }
}

const tooCostly = (): HostError =>
  new HostError({
    code: 'damaged',
    sentence:
      'Reading this file takes more time or memory than any postmortem needs: it is damaged, or made to do harm.',
    next: 'Nothing was changed. Look for another copy of it.',
  });
