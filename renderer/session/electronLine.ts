import { hostEventSchema } from '../../shared/contract/events.ts';
import type { HostLine } from './hostLine.ts';

/** What the preload script puts into the page. */
interface DebriefHostBridge {
  readonly call: (name: unknown, input: unknown) => Promise<unknown>;
  readonly listen: (listener: (event: unknown) => void) => void;
}

declare global {
  interface Window {
    readonly debriefHost?: DebriefHostBridge;
  }
}

/** The line of a desktop window, or null in a browser. */
export function electronLine(): HostLine | null {
  const bridge = window.debriefHost;
  if (bridge === undefined) return null;
  return {
    call: (name, input) => bridge.call(name, input),
    listen: (listener) => bridge.listen((event) => listener(hostEventSchema.parse(event))),
  };
}
