import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canInstallPackages, installPackages } from './apt.mjs';
import { distFolder, repositoryRoot } from './places.mjs';
import { findCommand, runQuietly } from './run.mjs';

/**
 * TH-14 of docs/threat-model.md. A way to run a command and to learn afterwards what it tried to send off this machine.
 * @typedef {object} Watch
 * @property {string} how in words
 * @property {readonly string[]} prefix what to put before the command and its arguments
 * @property {(() => string) | undefined} verdict a sentence, once the command has ended; throws an Error with
 *   one when anything was sent, or when the watch itself proves blind; undefined where nothing can be watched
 */

/**
 * Linux only: a network namespace that has loopback and a trap, or strace where namespaces are refused.
 * @returns {Watch}
 */
export function networkWatch() {
  if (process.platform !== 'linux') return { how: 'not watched: Linux only', prefix: [], verdict: undefined };
  for (const [command, name] of /** @type {const} */ ([
    ['ip', 'iproute2'],
    ['unshare', 'util-linux'],
    ['tcpdump', 'tcpdump'],
  ])) {
    if (findCommand(command) === undefined && canInstallPackages()) installPackages([name]);
  }
  const report = join(distFolder, 'reports', 'network');
  mkdirSync(join(distFolder, 'reports'), { recursive: true });
  return namespaceWatch(report) ?? straceWatch(report);
}

/**
 * @param {string} report
 * @returns {Watch | undefined} undefined where this user may not make namespaces
 */
function namespaceWatch(report) {
  const script = join(repositoryRoot, 'build/without-network.sh');
  const flags = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const prefix = ['unshare', ...flags, '--net', '--mount', '--', 'sh', script, report];
  const [command = '', ...args] = [...prefix, 'true'];
  if (!runQuietly(command, args).ok) return undefined;
  rmSync(report, { force: true });
  return {
    how: 'a network namespace with loopback only',
    prefix,
    verdict: () => trapVerdict(report),
  };
}

/**
 * @param {string} report what build/without-network.sh has written
 * @returns {string} a sentence
 * @throws {Error} with one, when anything was sent or the trap is blind
 */
function trapVerdict(report) {
  const [sent = Number.NaN, named = 0, called4 = 0, called6 = 0, hasIpv6 = 0] = readFileSync(report, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  if (!(named > 0 && called4 > 0 && (called6 > 0 || hasIpv6 === 0))) {
    throw new Error(
      `The trap proves nothing: of the controls it caught ${named} packets that asked for a name, ${called4} of IPv4 and ${called6} of IPv6.`,
    );
  }
  if (sent !== 0) {
    const what = readFileSync(`${report}.sent`, 'utf8');
    throw new Error(`${sent} packets tried to leave this machine:\n${what}`);
  }
  const controls = `${named} for a name, ${called4} of IPv4${hasIpv6 ? `, ${called6} of IPv6` : ''}`;
  return `No packet tried to leave this machine; those of the controls did (${controls}).`;
}

/**
 * @param {string} report
 * @returns {Watch}
 */
function straceWatch(report) {
  if (findCommand('strace') === undefined && canInstallPackages()) installPackages(['strace']);
  if (findCommand('strace') === undefined) {
    const verdict = () => {
      throw new Error('Network namespaces are refused here and there is no strace: install strace.');
    };
    return { how: 'not watched', prefix: [], verdict };
  }
  const calls = 'trace=connect,sendto,sendmsg,sendmmsg';
  return {
    how: 'strace',
    prefix: ['strace', '-f', '-qq', '-e', calls, '-e', 'signal=none', '-o', report],
    verdict: () => {
      const text = readFileSync(report, 'utf8');
      const addresses = [...text.matchAll(/(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"/g)].map((match) =>
        String(match[1]),
      );
      const local = addresses.filter((address) => /^(127\.|::1$|::ffff:127\.)/.test(address));
      if (local.length === 0) throw new Error('strace saw no connection at all, so it proves nothing.');
      const foreign = [...new Set(addresses.filter((address) => !local.includes(address)))];
      if (foreign.length > 0) throw new Error(`There were connections to ${foreign.join(', ')}.`);
      return `All of ${local.length} connections went to this machine.`;
    },
  };
}
