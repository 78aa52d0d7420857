import { Worker } from 'node:worker_threads';
import * as Y from 'yjs';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import { RECORD_TYPE } from '../../storage/format/record.ts';
import { recoveredText } from '../../storage/recoveredText.ts';
import { replay } from '../../storage/replay.ts';
import { THROUGH, type Trial } from './messages.ts';

/**
 * The program of the process that decodes foreign updates first, and may be killed: once it is through, the host
 * knows what the same work costs. Its own thread watches it, since a thread that hangs cannot watch itself, and
 * only the process itself can see its memory on every system. The thread's code is a string, because a thread
 * cannot be started from a file inside the packaged app everywhere.
 */
const WATCH = `
const { parentPort } = require('node:worker_threads');
let limits = null;
let before = 0;
const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
parentPort.on('message', (next) => { limits = next; before = used(); });
setInterval(() => {
  if (limits === null) return;
  if (used() - before > limits.cpu || process.memoryUsage.rss() > limits.memory) process.kill(process.pid, 'SIGKILL');
}, 10);
`;

const watch = new Worker(WATCH, { eval: true });

/** Everything that the host does with the updates of a file it opens. */
function decode({ bytes, lengths }: Trial): void {
  let offset = 0;
  const records = lengths.map((length, sequence) => {
    const payload = bytes.subarray(offset, offset + length);
    const record = { type: RECORD_TYPE.update, payload, sequence, offset, end: offset + length };
    offset += length;
    return { ...record, documentKey: 0, headerCrc: 0 };
  });
  const { doc } = replay(records);
  judgeUpdate(Y.encodeStateAsUpdate(doc));
  recoveredText(doc);
}

function take(trial: Trial, answer: (word: string) => void): void {
  watch.postMessage(trial.limits);
  decode(trial);
  watch.postMessage(null);
  answer(THROUGH);
}

/** Electron's utility processes have a port to their parent instead of Node's channel. */
interface UtilityPort {
  readonly on: (event: 'message', take: (event: { readonly data: Trial }) => void) => void;
  readonly postMessage: (message: unknown) => void;
}
const utilityPort: UtilityPort | undefined = Reflect.get(process, 'parentPort');

if (utilityPort === undefined) {
  process.on('message', (trial: Trial) => take(trial, (word) => process.send?.(word)));
  process.on('disconnect', () => process.exit());
} else utilityPort.on('message', ({ data }) => take(data, (word) => utilityPort.postMessage(word)));
