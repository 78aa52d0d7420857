import { Command, CommanderError } from 'commander';
import { HostError, type HostErrorValue } from '../../shared/contract/errors.ts';
import { Decoder, type StartDecoder } from '../services/decoding/decoder.ts';
import { forkDecoder } from '../services/decoding/forkDecoder.ts';
import { dataFolder } from '../services/folders.ts';
import type { PrintJob } from '../services/ports.ts';
import { type Printed, printWithChromium } from '../services/print/chromiumPrinter.ts';
import { programVersion } from '../services/programFiles.ts';
import { errorCode } from '../storage/fileSystem.ts';
import { nodeFileSystem } from '../storage/nodeFileSystem.ts';
import { type TryUpdates, type Vet, vetForeign } from '../storage/vet.ts';
import { writeTrouble } from '../storage/writeTrouble.ts';
import { addCompact } from './commands/compact.ts';
import { addExport } from './commands/export.ts';
import { addImport } from './commands/import.ts';
import { addInfo } from './commands/info.ts';
import { addList } from './commands/list.ts';
import { addMerge } from './commands/merge.ts';
import { addNew } from './commands/new.ts';
import { addServe } from './commands/serve.ts';
import { addVerify } from './commands/verify.ts';
import { EXIT, type ExitCode, exitCodeOf } from './exitCodes.ts';
import { shownSafely } from './shownSafely.ts';
import type { Terminal } from './terminal.ts';

/** Each command adds itself to the program and, when it runs, hands its exit code to `finish`. */
export type AddCommand = (program: Command, run: CommandRun) => void;

export interface CommandRun {
  /** All of them, the command's name first. */
  readonly words: readonly string[];
  readonly terminal: Terminal;
  readonly print: PrintCommand;
  /** Lets a file pass before it is decoded in this process. */
  readonly vet: Vet;
  readonly startDecoder: StartDecoder;
  readonly tryUpdates: TryUpdates;
  /** Whether this program is a browser and needs none to print. */
  readonly isBrowser: boolean;
  readonly finish: (code: ExitCode) => void;
}

export type PrintCommand = (job: PrintJob, env: NodeJS.ProcessEnv) => Promise<Printed>;

const COMMANDS: readonly AddCommand[] = [
  addNew,
  addImport,
  addExport,
  addInfo,
  addVerify,
  addCompact,
  addMerge,
  addList,
  addServe,
];

/**
 * Runs the words after `debrief`. Never throws.
 *
 * @param ownPrinter prints when the program itself is a browser; an installed one is looked for otherwise
 * @param startDecoder starts the process that tries foreign files out
 * @returns the exit code
 */
export async function runCommandLine(
  words: readonly string[],
  given: Terminal,
  ownPrinter: PrintCommand | null = null,
  startDecoder: StartDecoder = forkDecoder,
): Promise<ExitCode> {
  const terminal: Terminal = { ...given, say: (line) => given.say(shownSafely(line)) };
  let code: ExitCode = EXIT.done;
  let printed: Promise<void> = Promise.resolve();
  const program = new Command('debrief')
    .description('Blameless postmortems in files that you own.')
    .version(programVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showHelpAfterError('debrief COMMAND --help says what a command takes.')
    .configureOutput({
      writeOut: (text) => {
        printed = printed.then(() => terminal.print(text));
      },
      writeErr: (text) => {
        for (const line of text.trimEnd().split('\n')) terminal.say(line);
      },
    })
    .exitOverride();
  const finish = (result: ExitCode) => {
    code = result;
  };
  const print = ownPrinter ?? printWithChromium;
  const decoder = new Decoder(startDecoder);
  const { tryUpdates } = decoder;
  const vet = vetForeign(nodeFileSystem, dataFolder(terminal.env), tryUpdates);
  for (const add of COMMANDS) {
    const isBrowser = ownPrinter !== null;
    add(program, { words, terminal, print, vet, tryUpdates, startDecoder, isBrowser, finish });
  }
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    code = explain(error, terminal);
  } finally {
    decoder.close();
  }
  return printed.then(
    () => code,
    (error: unknown) => explain(error, terminal),
  );
}

/** Says why a command failed, in a sentence and never as a stack trace. */
function explain(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.notUnderstood;
  const { code, sentence, next } = isOfSystem(error) ? writeTrouble(error) : OWN_FAULT;
  terminal.say(`debrief: ${sentence}`);
  if (next !== '') terminal.say(next);
  return exitCodeOf(code);
}

/** Whether it was said on purpose, or by the system. */
const isOfSystem = (error: unknown): boolean =>
  error instanceof HostError || /^E[A-Z]+$/.test(errorCode(error));

const OWN_FAULT: HostErrorValue = {
  code: 'internal',
  sentence: 'A fault of its own stopped it.',
  next: 'No file was changed by half. Try again; if it happens again, please report it.',
};
