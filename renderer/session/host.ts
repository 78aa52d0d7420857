import {
  answerSchema,
  CALLS,
  type CallInput,
  type CallName,
  type CallOutput,
} from '../../shared/contract/calls.ts';
import { HostError } from '../../shared/contract/errors.ts';
import type { HostEvent } from '../../shared/contract/events.ts';
import { electronLine } from './electronLine.ts';
import { loopbackLine } from './loopbackLine.ts';

export type LineEvent = HostEvent | { readonly kind: 'gone' | 'back' };

const line = electronLine() ?? loopbackLine();
const listeners = new Set<(event: LineEvent) => void>();
line.listen((event) => {
  for (const listener of [...listeners]) listener(event);
});

/** Asks the host. @throws HostError with a sentence for the person */
export async function callHost<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const answer = answerSchema.parse(await line.call(name, input));
  if (!answer.ok) throw new HostError(answer.error);
  return CALLS[name].output.parse(answer.value) as CallOutput<Name>;
}

/** Hears what the host says unasked. @returns the function that ends it */
export function listenToHost(listener: (event: LineEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Events that are held back from now on, until somebody can hear them. */
export interface HeldEvents {
  /** Lets `listener` hear them, those that were held first. @returns the function that ends it */
  readonly release: (listener: (event: LineEvent) => void) => () => void;
  /** Nobody will. */
  readonly drop: () => void;
}

/** For what is asked and told at once: the host sends a document's news from the moment that it answers. */
export function holdEvents(): HeldEvents {
  const held: LineEvent[] = [];
  const drop = listenToHost((event) => held.push(event));
  return {
    drop,
    release: (listener) => {
      drop();
      for (const event of held) listener(event);
      return listenToHost(listener);
    },
  };
}
