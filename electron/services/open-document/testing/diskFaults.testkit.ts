import type { CallFate, DiskCall, SimulatedDisk } from '../../../storage/testing/simulatedDisk.testkit.ts';

type Kind = DiskCall['kind'];

/** A kind of call that fails from its Nth on, `count` times, and what else fails as often from then on. */
export interface Fault {
  readonly kind: Kind;
  readonly fate: CallFate;
  readonly count: number;
  readonly also?: { readonly kind: Kind; readonly fate: CallFate };
}

const once = (kind: Kind, code: string): Fault => ({ kind, fate: { code }, count: 1 });

export const FAULTS: readonly Fault[] = [
  once('append', 'ENOSPC'),
  { kind: 'append', fate: { code: 'ENOSPC' }, count: 4 },
  { kind: 'append', fate: 'short', count: 1 },
  { kind: 'append', fate: 'short', count: 2, also: { kind: 'truncate', fate: { code: 'EIO' } } },
  once('fsync', 'EIO'),
  { kind: 'fsync', fate: { code: 'EIO' }, count: 3 },
  once('fsyncDirectory', 'EIO'),
  once('rename', 'EIO'),
  once('link', 'EPERM'),
  { kind: 'fsync', fate: { code: 'EIO' }, count: 2, also: { kind: 'rename', fate: { code: 'EIO' } } },
  once('open', 'EMFILE'),
  once('stat', 'EIO'),
  once('readAt', 'EIO'),
  once('truncate', 'EIO'),
  once('writeAt', 'EIO'),
  once('unlink', 'EIO'),
  once('mkdir', 'ENOSPC'),
  once('readdir', 'EIO'),
];

/** A fault in a few words, for the name of a test. */
export const nameOf = ({ kind, fate, count, also }: Fault): string => {
  const how = typeof fate === 'object' ? fate.code : fate;
  return `${kind} ${how}${count === 1 ? '' : ` ${count} times`}${also === undefined ? '' : ` with ${also.kind}`}`;
};

/** Counts the calls of a kind from now on. */
export function countCalls(disk: SimulatedDisk, kind: Kind): { readonly calls: number } {
  const counter = { calls: 0 };
  disk.onCall = (call) => {
    if (call.kind === kind) counter.calls++;
    return 'done';
  };
  return counter;
}

/** Makes the disk have the fault at the `nth` call of its kind, counted from 0. */
export function injectFault(disk: SimulatedDisk, { kind, fate, count, also }: Fault, nth: number): void {
  let calls = 0;
  let others = 0;
  disk.onCall = (call) => {
    if (call.kind === kind) {
      const n = calls++;
      return n >= nth && n < nth + count ? fate : 'done';
    }
    if (also !== undefined && call.kind === also.kind && calls > nth && others++ < count) return also.fate;
    return 'done';
  };
}
