import type { Finding } from '../services/verifyFile.ts';
import type { Terminal } from './terminal.ts';

/** More sentences than this help nobody. */
const SHOWN = 3;

/** Says what is wrong with a file, the first of many findings; nothing of a sound one. */
export function sayFindings(terminal: Terminal, name: string, findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const shown = findings.slice(0, SHOWN).map(({ sentence }) => sentence);
  const more = findings.length - shown.length;
  const rest = more > 0 ? [`And ${more} more: debrief verify ${name} names them.`] : [];
  terminal.say([`${name} is damaged.`, ...shown, ...rest].join(' '));
}
