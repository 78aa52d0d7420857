/** Where a command runs. Stdout is data, stderr is words. */
export interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  /** Against which relative paths are read. */
  readonly folder: string;
  /** Writes data to stdout. Resolves when it is taken; a reader that went away is no failure. */
  readonly print: (data: string | Uint8Array) => Promise<void>;
  /** Writes one line of words to stderr. */
  readonly say: (words: string) => void;
  /** Aborts when the person stops the command (Ctrl+C) or the system asks it to end. */
  readonly stopped: AbortSignal;
}
