import type { HostEvent } from '../../shared/contract/events.ts';

/** How calls and events travel between this window and its host. Neither side of it is validated here. */
export interface HostLine {
  readonly call: (name: string, input: unknown) => Promise<unknown>;
  /** `gone` and `back`: the line broke, and is there again with nothing of this window known to the host. */
  readonly listen: (listener: (event: HostEvent | { readonly kind: 'gone' | 'back' }) => void) => void;
}
