import { processTerminal } from './processTerminal.ts';
import { runCommandLine } from './runCommandLine.ts';

/** The packaged app is its own command line: `debrief-app --cli export ...`. */
const marker = process.argv.indexOf('--cli');
const words = process.argv.slice(marker < 0 ? 2 : marker + 1);

void runCommandLine(words, processTerminal()).then((code) => {
  // Not process.exit: what is still on its way into a pipe has to arrive.
  process.exitCode = code;
});
