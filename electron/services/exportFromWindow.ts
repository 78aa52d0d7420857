import type { CallOutput } from '../../shared/contract/calls.ts';
import { HostError } from '../../shared/contract/errors.ts';
import type { DebriefHost } from './debriefHost.ts';
import type { OpenDocument } from './open-document/index.ts';
import type { WindowPort } from './ports.ts';

export interface WindowExport {
  readonly to: 'md' | 'pdf';
  readonly plain: boolean;
  readonly paper: 'A4' | 'Letter';
  readonly signal: AbortSignal;
  /** Takes a share between 0 and 1, or null while the length is unknown. */
  readonly progress: (done: number | null) => void;
}

export async function exportFromWindow(
  _host: DebriefHost,
  _window: WindowPort,
  _document: OpenDocument,
  _wish: WindowExport,
): Promise<CallOutput<'document.export'>> {
  throw new HostError({ code: 'unsupported', sentence: 'Exporting is not there yet.', next: '' });
}
