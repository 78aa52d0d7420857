/** What decoding may cost. A postmortem of 608 kB takes 20 ms and next to no memory. */
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
  cpu: 3_000 + (bytes / MEBIBYTE) * 500,
  memory: Math.min(1_536 * MEBIBYTE, 256 * MEBIBYTE + bytes * 24),
});
