import type { StartDecoder } from '../services/decoding/decoder.ts';
import type { HostPorts } from '../services/ports.ts';

export interface LoopbackPortsOptions {
  readonly version: string;
  readonly printPdf: HostPorts['printPdf'];
  readonly startDecoder: StartDecoder;
  /** See {@link Loopback.openInNextWindow}. */
  readonly openInNextWindow: (file: string | null) => void;
}

/**
 * What a browser host lends to the services. It has no dialogs: files are chosen and saved by the browser, and
 * links and windows are opened by the page, in the browser that the person looks at.
 */
export function loopbackPorts(options: LoopbackPortsOptions): HostPorts {
  return {
    kind: 'browser',
    version: options.version,
    chooseFile: async () => null,
    printPdf: options.printPdf,
    startDecoder: options.startDecoder,
    openOutside: async () => false,
    openWindow: options.openInNextWindow,
    themeChanged: () => undefined,
  };
}
