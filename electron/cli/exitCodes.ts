import type { HostErrorCode } from '../../shared/contract/errors.ts';

/** What the command says to the shell; docs/command-line.md is for the person. */
export const EXIT = {
  done: 0,
  /** It was understood and could not be done, or `verify` found damage. */
  failed: 1,
  /** It was not understood: an unknown command, option or value, no such file, a file of another program. */
  notUnderstood: 2,
  /** Stopped by the person; as a shell says it for Ctrl+C. */
  stopped: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const NOT_UNDERSTOOD: ReadonlySet<HostErrorCode> = new Set(['bad-argument', 'not-found', 'foreign-file']);

export function exitCodeOf(code: HostErrorCode): ExitCode {
  if (code === 'cancelled') return EXIT.stopped;
  return NOT_UNDERSTOOD.has(code) ? EXIT.notUnderstood : EXIT.failed;
}
