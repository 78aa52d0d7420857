import { once } from 'node:events';
import { basename, join, resolve } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, session, shell } from 'electron';
import { HostError } from '../../shared/contract/errors.ts';
import { DebriefHost } from '../services/debriefHost.ts';
import { dataFolder, libraryFolder } from '../services/folders.ts';
import type { HostPorts, WindowPort } from '../services/ports.ts';
import { registerAppScheme, serveApp } from './appProtocol.ts';
import { AppWindows } from './appWindows.ts';
import { AskedFiles } from './askedFiles.ts';
import { isCommandLine, runAsCommandLine } from './commandLine.ts';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';
import { lockDownSession } from './lockDown.ts';
import { installMenu } from './menu.ts';
import { printPage } from './pagePrinter.ts';
import { startUtilityDecoder } from './utilityDecoder.ts';

const devServer = app.isPackaged ? null : (process.env.DEBRIEF_DEV_SERVER ?? null);
const folders = { data: dataFolder(), library: libraryFolder() };

app.setName('Debrief');
if (!isCommandLine()) app.setPath('userData', join(folders.data, 'window'));
// The browser inside has services that call home; none of them is needed.
for (const name of [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
]) {
  app.commandLine.appendSwitch(name);
}
app.commandLine.appendSwitch('disable-features', 'AutofillServerCommunication,OptimizationHints,MediaRouter');
registerAppScheme();

const filesIn = (words: readonly string[], folder: string): string[] =>
  words
    .slice(app.isPackaged ? 1 : 0)
    .filter((word) => /\.(debrief|md|markdown)$/i.test(word) && !word.startsWith('-'))
    .map((word) => resolve(folder, word));

const asked = new AskedFiles();

if (isCommandLine()) {
  void runAsCommandLine();
} else if (app.requestSingleInstanceLock()) {
  // Now, and not once the app is ready: the file that it is started with on macOS comes before that.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    asked.ask([path]);
  });
  app.on('second-instance', (_event, words, folder) => asked.ask(filesIn(words, folder)));
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const frontWindow = (port: WindowPort) =>
    BrowserWindow.getAllWindows().find((window) => String(window.webContents.id) === port.id) ?? null;
  const ports: HostPorts = {
    kind: 'desktop',
    version: app.getVersion(),
    chooseFile: async (port) => {
      const options: Electron.OpenDialogOptions = {
        properties: ['openFile'],
        filters: [{ name: 'Postmortems', extensions: ['debrief', 'md', 'markdown'] }],
      };
      const window = frontWindow(port);
      const { filePaths } = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options));
      return filePaths[0] ?? null;
    },
    choosePlace: async (port, suggestedName) => {
      const options: Electron.SaveDialogOptions = {
        defaultPath: join(app.getPath('documents'), suggestedName),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      };
      const window = frontWindow(port);
      const { filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options));
      return filePath || null;
    },
    printPdf: printPage,
    startDecoder: startUtilityDecoder,
    openOutside: async (address) => {
      await shell.openExternal(address);
      return true;
    },
    openWindow: (file) => {
      windows.open(file);
    },
    themeChanged: (theme) => {
      nativeTheme.themeSource = theme;
    },
  };

  const host = new DebriefHost(ports, folders);
  nativeTheme.themeSource = (await host.settings.read()).theme;
  lockDownSession(session.defaultSession, devServer);
  serveApp(session.defaultSession, join(__dirname, '../renderer'), contentSecurityPolicy(devServer));
  const windows = new AppWindows(host, devServer);
  installMenu(() => windows.open(null), app.isPackaged);

  const library = async (): Promise<BrowserWindow> => {
    const window = windows.open(null);
    await once(window, 'show');
    return window;
  };

  const openPath = async (path: string): Promise<void> => {
    try {
      windows.open(await host.openable(path));
    } catch (error) {
      const sentence = error instanceof HostError ? error.sentence : `${basename(path)} could not be opened.`;
      const next = error instanceof HostError ? error.next : 'Try again from the library.';
      const beside =
        BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0] ?? (await library());
      // Nobody waits for the answer: the other files are opened meanwhile.
      void dialog.showMessageBox(beside, { type: 'error', message: sentence, detail: next });
    }
  };

  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) windows.open(null);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  quitAfterSaving(host);

  const askedBefore = asked.openBy((paths) => {
    for (const path of paths) void openPath(path);
    if (paths.length > 0) return;
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) windows.open(null);
    else window.focus();
  });
  const files = [...filesIn(process.argv, process.cwd()), ...askedBefore];
  if (files.length === 0) windows.open(null);
  for (const file of files) await openPath(file);
}

/** Quits once every document is saved, compacted and let go. */
function quitAfterSaving(host: DebriefHost): void {
  let saved = false;
  app.on('will-quit', (event) => {
    if (saved) return;
    event.preventDefault();
    void host.close().finally(() => {
      saved = true;
      // Not before this event has ended: Electron ignores a quit that comes while it is quitting.
      setImmediate(() => app.quit());
    });
  });
}
