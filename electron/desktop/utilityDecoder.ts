import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { StartDecoder } from '../services/decoding/decoder.ts';

/** A packaged app cannot fork itself as Node, but has utility processes. Call it once the app is ready. */
export const startUtilityDecoder: StartDecoder = () => {
  const child = utilityProcess.fork(join(__dirname, 'decoder.cjs'), [], {
    serviceName: 'Debrief decoder',
    stdio: 'ignore',
  });
  return {
    send: (trial) => child.postMessage(trial),
    onAnswer: (hear) => child.on('message', hear),
    onEnd: (ended) => child.once('exit', ended),
    end: () => {
      child.kill();
    },
  };
};
