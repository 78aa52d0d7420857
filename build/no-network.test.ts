import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { networkWatch } from './no-network.mjs';

const isWatched = !networkWatch().how.startsWith('not watched');

/** What the watch says after a program of Node has run under it. */
function verdictOn(program: string): string {
  const { prefix, verdict } = networkWatch();
  const [command = '', ...args] = [...prefix, process.execPath, '-e', program];
  spawnSync(command, args);
  return verdict?.() ?? '';
}

const connect = (address: string): string =>
  `require('net').connect({ host: '${address}', port: 80, timeout: 300 })
    .on('timeout', () => process.exit()).on('error', () => {});`;

const toItself = `const server = require('net').createServer().listen(0, '127.0.0.1', () =>
  require('net').connect(server.address().port, '127.0.0.1', () => process.exit()));`;

test.skipIf(!isWatched)('TH-14 a program that speaks to this machine only is let pass', () => {
  expect(verdictOn(toItself)).toMatch(
    /^(No packet tried to leave|All of \d+ connections went to) this machine/,
  );
});

test.skipIf(!isWatched).each([
  ['an address of IPv4', connect('203.0.113.9')],
  ['an address of IPv6', connect('2001:db8:1::9')],
  [
    'a datagram',
    "const s = require('dgram').createSocket('udp6'); s.send('x', 53, '2001:db8:1::9', () => s.close());",
  ],
])('TH-14 a program that calls %s is caught', (_, program) => {
  expect(() => verdictOn(program)).toThrow(/tried to leave this machine|There were connections to/);
});
