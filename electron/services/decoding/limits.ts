/**
 * What decoding may cost. A text of 20,000 pieces in disorder (900 kB) takes 0.3 s, one of 100,000 (4.7 MB) 1.2 s and
 * 375 MB.
 */
export interface DecodingLimits {
  /** Of processor time, milliseconds. */
  readonly cpu: number;
  /** Of the whole process, bytes. */
  readonly memory: number;
}

const MEBIBYTE = 1024 * 1024;

/** More is no postmortem. Bytes of updates. */
export const MOST_BYTES = 256 * MEBIBYTE;

export const limitsFor = (bytes: number): DecodingLimits => ({
  cpu: Math.min(20_000, 3_000 + (bytes / MEBIBYTE) * 2_000),
  memory: Math.min(1_536 * MEBIBYTE, 384 * MEBIBYTE + bytes * 64),
});
