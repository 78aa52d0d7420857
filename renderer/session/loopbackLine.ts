import { HostError } from '../../shared/contract/errors.ts';
import { hostEventSchema } from '../../shared/contract/events.ts';
import { decodeMessage, encodeMessage } from '../../shared/contract/wire.ts';
import type { HostLine } from './hostLine.ts';

type Listener = Parameters<HostLine['listen']>[0];

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

const LONGEST_WAIT = 5_000;

const hostGone = (): HostError =>
  new HostError({
    code: 'internal',
    sentence: 'This page lost its connection to Debrief on this machine.',
    next: 'Start `debrief serve` again; the page reconnects by itself and keeps what you typed.',
  });

/**
 * The line of a page of the loopback host: one WebSocket that is opened again for as long as the page lives.
 * Messages are specified in docs/protocol of the loopback host: `['call', id, name, input]` up,
 * `['answer', id, answer]` and `['event', event]` down.
 */
export function loopbackLine(): HostLine {
  const listeners: Listener[] = [];
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let failures = 0;
  let path: '/host' | '/host/again' = '/host';
  let opening: Promise<WebSocket>;

  const tell = (event: Parameters<Listener>[0]): void => {
    for (const listener of listeners) listener(event);
  };

  const take = (message: unknown): void => {
    if (!Array.isArray(message)) return;
    if (message[0] === 'event') tell(hostEventSchema.parse(message[1]));
    if (message[0] !== 'answer') return;
    waiting.get(message[1])?.resolve(message[2]);
    waiting.delete(message[1]);
  };

  const open = (): Promise<WebSocket> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${path}`, 'debrief.1');
      socket.binaryType = 'arraybuffer';
      socket.onopen = () => {
        if (failures > 0) tell({ kind: 'back' });
        failures = 0;
        path = '/host/again';
        resolve(socket);
      };
      socket.onmessage = ({ data }) => take(decodeMessage(new Uint8Array(data as ArrayBuffer)));
      socket.onclose = () => {
        if (failures === 0) tell({ kind: 'gone' });
        failures += 1;
        for (const { reject } of waiting.values()) reject(hostGone());
        waiting.clear();
        opening = new Promise((again) => {
          setTimeout(() => void open().then(again), Math.min(LONGEST_WAIT, 250 * failures));
        });
        void opening.then(resolve);
      };
    });

  opening = open();
  return {
    call: async (name, input) => {
      const socket = await opening;
      const id = nextId;
      nextId += 1;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        socket.send(encodeMessage(['call', id, name, input]) as Uint8Array<ArrayBuffer>);
      });
    },
    listen: (listener) => {
      listeners.push(listener);
    },
  };
}
