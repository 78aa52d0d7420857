import type { HostPorts } from './ports.ts';

/** A surrounding without windows and dialogs in which nothing is printed, but for what `others` says. */
export const hostPorts = (others: Partial<HostPorts> = {}): HostPorts => ({
  kind: 'browser',
  version: '0',
  chooseFile: async () => null,
  printPdf: () => Promise.reject(new Error('nothing is printed here')),
  openOutside: async () => false,
  openWindow: () => undefined,
  themeChanged: () => undefined,
  ...others,
});
