import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { StartDecoder } from './decoder.ts';

/** Beside the bundle, or beside this source. */
const PROGRAM = import.meta.filename.endsWith('.ts') ? 'decoderProgram.ts' : 'decoder.cjs';

/** Node's own way, for every host that runs on Node. The process does not keep its parent from ending. */
export const forkDecoder: StartDecoder = () => {
  const child = fork(join(import.meta.dirname, PROGRAM), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
  });
  child.unref();
  child.channel?.unref();
  return {
    send: (trial) => child.send(trial, () => {}),
    onAnswer: (hear) => child.on('message', hear),
    onEnd: (ended) => {
      child.once('exit', ended);
      child.once('error', ended);
    },
    end: () => child.kill('SIGKILL'),
  };
};
