import type { HostEvent } from '../../shared/contract/events.ts';
import type { StartDecoder } from './decoding/decoder.ts';

/** What a service needs of the program around it; each host has its own. Paths are absolute. */
export interface HostPorts {
  readonly kind: 'desktop' | 'browser';
  readonly version: string;
  /** Asks the person for a file to open; null when cancelled or where there are no dialogs. */
  readonly chooseFile: (window: WindowPort) => Promise<string | null>;
  /** Asks the person where to save; null when cancelled. Undefined where exports go back as bytes. */
  readonly choosePlace?: (window: WindowPort, suggestedName: string) => Promise<string | null>;
  /** Prints a self-contained HTML page to PDF bytes. */
  readonly printPdf: (page: PrintJob) => Promise<Uint8Array>;
  /** Starts the process that tries foreign files out; a fork of Node if not given. */
  readonly startDecoder?: StartDecoder;
  /** Opens an address that the link policy allowed, in the system's browser or mail program. */
  readonly openOutside: (address: string) => Promise<boolean>;
  readonly openWindow: (file: string | null) => void;
  readonly themeChanged: (theme: 'system' | 'light' | 'dark') => void;
}

export interface PrintJob {
  readonly html: string;
  readonly paper: 'A4' | 'Letter';
  /** Plain texts for the running header and footer. */
  readonly header: { readonly left: string; readonly right: string };
  readonly footer: { readonly left: string };
  readonly signal: AbortSignal;
}

/** One window, seen from its host. */
export interface WindowPort {
  readonly id: string;
  readonly send: (event: HostEvent) => void;
  readonly setTitle: (title: string) => void;
}
