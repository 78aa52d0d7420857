import { InvalidArgumentError } from 'commander';
import { HostError } from '../../../shared/contract/errors.ts';
import { loopbackPorts } from '../../loopback/loopbackPorts.ts';
import { type Loopback, startLoopback } from '../../loopback/startLoopback.ts';
import { DebriefHost } from '../../services/debriefHost.ts';
import { dataFolder, libraryFolder } from '../../services/folders.ts';
import { programVersion, rendererFolder } from '../../services/programFiles.ts';
import { EXIT, type ExitCode } from '../exitCodes.ts';
import { absolute } from '../paths.ts';
import type { AddCommand, CommandRun } from '../runCommandLine.ts';
import type { Terminal } from '../terminal.ts';

export const addServe: AddCommand = (program, run) => {
  program
    .command('serve')
    .description('Serve the app to a browser on this machine, until Ctrl+C.')
    .argument('[FILE]', 'a .debrief or Markdown file that the window opens')
    .option(
      '--port <N>',
      'use this port from now on (unsaved words in a browser belong to the old one)',
      portOf,
    )
    .action(async (file: string | undefined, options: { readonly port?: number }) => {
      const openFile = file === undefined ? null : absolute(run.terminal, file);
      run.finish(await serve(run, openFile, options.port ?? null));
    });
};

async function serve(
  { terminal, print, startDecoder }: CommandRun,
  openFile: string | null,
  wantedPort: number | null,
): Promise<ExitCode> {
  const renderer = rendererFolder();
  if (renderer === null) {
    throw new HostError({
      code: 'internal',
      sentence: 'The window is not built yet.',
      next: 'Run npm run build first.',
    });
  }
  let loopback: Loopback | null = null;
  const data = dataFolder(terminal.env);
  const ports = loopbackPorts({
    version: programVersion(),
    startDecoder,
    printPdf: async (job) => (await print(job, terminal.env)).pdf,
    openInNextWindow: (path) => loopback?.openInNextWindow(path),
  });
  const host = new DebriefHost(ports, { data, library: libraryFolder(terminal.env) });
  await host.settings.read();
  const start = await startLoopback({
    host,
    rendererFolder: renderer,
    dataFolder: data,
    openFile,
    port: wantedPort,
  });
  if (start.kind === 'port-taken') throw portTaken(start.port);
  if (start.kind === 'running') {
    terminal.say('It was running already; this is a new address for it.');
    if (wantedPort !== null && wantedPort !== start.port) {
      terminal.say(`It keeps port ${start.port}: end it first to use port ${wantedPort}.`);
    }
    await terminal.print(`Debrief is at ${start.address}\n`);
    return EXIT.done;
  }
  loopback = start.loopback;
  terminal.say('The address lets one browser in, once. Ctrl+C ends Debrief.');
  await terminal.print(`Debrief is at ${loopback.address}\n`);
  await stopOf(terminal);
  await loopback.close();
  await host.close();
  return EXIT.done;
}

const stopOf = ({ stopped }: Terminal): Promise<void> =>
  new Promise((resolve) => {
    if (stopped.aborted) resolve();
    stopped.addEventListener('abort', () => resolve(), { once: true });
  });

function portOf(word: string): number {
  const port = Number(word);
  if (/^\d{1,5}$/.test(word) && port >= 1 && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number from 1 to 65535.');
}

const portTaken = (port: number): HostError =>
  new HostError({
    code: 'in-use',
    sentence: `Another program has port ${port}, which Debrief keeps for its browser windows.`,
    next: `End that program, or choose another port with --port. A browser that still holds unsaved words holds them for port ${port}.`,
  });
