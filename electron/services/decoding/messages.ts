import type { DecodingLimits } from './limits.ts';

/** What the decoder is given: updates one behind the other, so that one copy is made of them and no more. */
export interface Trial {
  readonly bytes: Uint8Array;
  /** Of each update, in bytes. */
  readonly lengths: readonly number[];
  readonly limits: DecodingLimits;
}

/** What it says once it is through. A trial that costs too much has no answer: its process is killed. */
export const THROUGH = 'through';
