import { EXIT } from './exitCodes.ts';
import type { Terminal } from './terminal.ts';

const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The terminal of this process. A second Ctrl+C ends it at once. */
export function processTerminal(): Terminal {
  const stop = new AbortController();
  for (const ending of ENDINGS) process.once(ending, () => stop.abort());
  // `debrief list | head -1` closes the pipe early, and that is all right.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`debrief: The output could not be written (${error.code ?? error.name}).\n`);
    process.exit(EXIT.failed);
  });
  return {
    env: process.env,
    folder: process.cwd(),
    print: (data) =>
      new Promise((resolve) => {
        process.stdout.write(data, () => resolve());
      }),
    say: (words) => {
      process.stderr.write(`${words}\n`);
    },
    stopped: stop.signal,
  };
}
