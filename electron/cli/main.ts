import { processTerminal } from './processTerminal.ts';
import { runCommandLine } from './runCommandLine.ts';
import { untilSettled } from './untilSettled.ts';

/** The packaged app is its own command line: `debrief-app --cli export ...`. */
const marker = process.argv.indexOf('--cli');
const words = process.argv.slice(marker < 0 ? 2 : marker + 1);

void untilSettled(runCommandLine(words, processTerminal()));
