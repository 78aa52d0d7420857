import { DebriefHost } from '../services/debriefHost.ts';
import type { StartDecoder } from '../services/decoding/decoder.ts';
import { forkDecoder } from '../services/decoding/forkDecoder.ts';
import { dataFolder, libraryFolder } from '../services/folders.ts';
import type { HostPorts } from '../services/ports.ts';
import { programVersion } from '../services/programFiles.ts';
import type { Terminal } from './terminal.ts';

/** The services as a command uses them: without any window. */
export async function commandHost(
  terminal: Terminal,
  startDecoder: StartDecoder = forkDecoder,
): Promise<DebriefHost> {
  const ports: HostPorts = {
    kind: 'browser',
    version: programVersion(),
    chooseFile: async () => null,
    printPdf: () => Promise.reject(new Error('commands print by their own printer')),
    openOutside: async () => false,
    openWindow: () => undefined,
    themeChanged: () => undefined,
    startDecoder,
  };
  const folders = { data: dataFolder(terminal.env), library: libraryFolder(terminal.env) };
  const host = new DebriefHost(ports, folders);
  await host.settings.read();
  return host;
}
