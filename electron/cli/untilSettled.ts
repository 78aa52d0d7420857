import { EXIT, type ExitCode } from './exitCodes.ts';

/**
 * Has this process end with what `command` resolves to, and with a failure that is said should it end before:
 * Node ends with success once nothing keeps it running, whatever is still awaited.
 */
export async function untilSettled(command: Promise<ExitCode>): Promise<void> {
  process.exitCode = EXIT.failed;
  process.once('beforeExit', sayUnfinished);
  // Not process.exit: what is still on its way into a pipe has to arrive.
  process.exitCode = await command;
  process.off('beforeExit', sayUnfinished);
}

function sayUnfinished(): void {
  process.stderr.write(
    'debrief: It ended before the command was done.\nLook what is there, then try again; if it happens again, please report it.\n',
  );
}
