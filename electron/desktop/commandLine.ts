import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { app } from 'electron';
import { processTerminal } from '../cli/processTerminal.ts';
import { runCommandLine } from '../cli/runCommandLine.ts';
import { dataFolder } from '../services/folders.ts';
import type { PrintJob } from '../services/ports.ts';
import { printPage } from './pagePrinter.ts';
import { startUtilityDecoder } from './utilityDecoder.ts';

const MARKER = '--cli';

/** Whether the app was started as `debrief --cli COMMAND`: its own command line, without a window. */
export const isCommandLine = (): boolean => process.argv.includes(MARKER);

/**
 * Runs the words behind `--cli`, prints PDFs by this very Electron, and ends the app with the exit code. Call it
 * before the app is ready.
 */
export async function runAsCommandLine(): Promise<void> {
  const words = process.argv.slice(process.argv.indexOf(MARKER) + 1);
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    process.exit(underVirtualDisplay());
  }
  // Not the profile of the windows: the app may be running beside this. Chromium makes the folder anew
  // when it ends, so a temporary one could not be removed.
  app.setPath('userData', join(dataFolder(), 'command'));
  app.disableHardwareAcceleration();
  // Stderr is for the command's words, not for Chromium's.
  app.commandLine.appendSwitch('log-level', '3');
  app.dock?.hide();
  app.on('window-all-closed', () => undefined);
  await app.whenReady();
  const engine = `Electron ${process.versions.electron}`;
  const print = async (job: PrintJob) => ({ pdf: await printPage(job), engine });
  const code = await runCommandLine(words, processTerminal(), print, startUtilityDecoder);
  app.exit(code);
}

/** Chromium starts on Linux only where there is a display, even if nothing is shown. @returns an exit code */
function underVirtualDisplay(): number {
  const { status, error } = spawnSync('xvfb-run', ['-a', process.execPath, ...process.argv.slice(1)], {
    stdio: 'inherit',
  });
  if (error === undefined) return status ?? 1;
  process.stderr.write('debrief: The app needs a display on Linux, even for a command. Install xvfb.\n');
  return 1;
}
