import { Command, CommanderError } from 'commander';
import { HostError } from '../../shared/contract/errors.ts';
import { Decoder, type StartDecoder } from '../services/decoding/decoder.ts';
import { forkDecoder } from '../services/decoding/forkDecoder.ts';
import { dataFolder } from '../services/folders.ts';
import type { PrintJob } from '../services/ports.ts';
import { type Printed, printWithChromium } from '../services/print/chromiumPrinter.ts';
import { programVersion } from '../services/programFiles.ts';
import { nodeFileSystem } from '../storage/nodeFileSystem.ts';
import { type TryUpdates, type Vet, vetForeign } from '../storage/vet.ts';
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
  terminal: Terminal,
  ownPrinter: PrintCommand | null = null,
  startDecoder: StartDecoder = forkDecoder,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  let printed: Promise<void> = Promise.resolve();
  const program = new Command('debrief')
    .description('Blameless postmortems in files that you own.')
    .version(programVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => {
        printed = printed.then(() => terminal.print(text));
      },
      writeErr: (text) => terminal.say(text.trimEnd()),
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
  await printed;
  return code;
}

/** Says why a command failed, in a sentence and never as a stack trace. */
function explain(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.notUnderstood;
  if (error instanceof HostError) {
    terminal.say(`debrief: ${error.sentence}`);
    if (error.next !== '') terminal.say(error.next);
    return exitCodeOf(error.code);
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  terminal.say(`debrief: ${systemSentence(code)}`);
  return EXIT.failed;
}

function systemSentence(code: string): string {
  if (code === 'EACCES' || code === 'EPERM') return 'There is no permission to do that here.';
  if (code === 'ENOSPC') return 'The disk is full.';
  if (code === 'EROFS') return 'The disk is read-only.';
  return `A fault of its own stopped it${code === '' ? '' : ` (${code})`}. No file was changed by half.`;
}
