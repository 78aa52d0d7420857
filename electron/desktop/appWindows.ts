import { join } from 'node:path';
import { BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain, nativeTheme } from 'electron';
import type { Answer } from '../../shared/contract/calls.ts';
import type { HostEvent } from '../../shared/contract/events.ts';
import type { DebriefHost, WindowConnection } from '../services/debriefHost.ts';
import { APP_ORIGIN } from './appProtocol.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';
import { lockDownContents } from './lockDown.ts';
import { askAfterCrash, onPageBegun } from './pageLife.ts';

const REFUSED: Answer = {
  ok: false,
  error: { code: 'bad-argument', sentence: 'This page may not ask that.', next: 'Close the window.' },
};

/** The desktop's windows, each connected to the host by its own line. */
export class AppWindows {
  readonly #connections = new Map<number, WindowConnection>();
  readonly #host: DebriefHost;
  readonly #devServer: string | null;

  constructor(host: DebriefHost, devServer: string | null) {
    this.#host = host;
    this.#devServer = devServer;
    ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) => this.#answer(event, name, input));
  }

  /** @param file a path to open in it, or null for the library */
  open(file: string | null): BrowserWindow {
    const window = new BrowserWindow({
      width: 1440,
      height: 900,
      minWidth: 640,
      minHeight: 480,
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#191b1e' : '#ffffff',
      title: 'Debrief',
      autoHideMenuBar: true,
      webPreferences: {
        preload: join(__dirname, 'preload.cjs'),
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
      },
    });
    const contents = window.webContents;
    lockDownContents(contents, this.#devServer);
    const connect = () =>
      this.#host.connect(
        {
          id: String(contents.id),
          send: (event: HostEvent) => {
            if (!contents.isDestroyed() && !contents.isCrashed()) contents.send(EVENT_CHANNEL, event);
          },
          setTitle: (title) => {
            if (!window.isDestroyed()) window.setTitle(title);
          },
        },
        file,
      );
    this.#connections.set(contents.id, connect());
    const id = contents.id;
    onPageBegun(contents, () => {
      // What the last page had open is let go.
      void this.#connections.get(id)?.close();
      this.#connections.set(id, connect());
    });
    askAfterCrash(
      window,
      async (asked, question) => (await dialog.showMessageBox(asked, question)).response,
      () => this.#connections.get(id)?.troubles() ?? [],
    );
    window.on('closed', () => {
      void this.#connections.get(id)?.close();
      this.#connections.delete(id);
    });
    window.once('ready-to-show', () => window.show());
    void window.loadURL(this.#devServer ?? `${APP_ORIGIN}/`);
    return window;
  }

  async #answer(event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<Answer> {
    const connection = this.#connections.get(event.sender.id);
    const frame = event.senderFrame;
    const ownFrame =
      frame !== null &&
      frame === event.sender.mainFrame &&
      (frame.url.startsWith(`${APP_ORIGIN}/`) ||
        (this.#devServer !== null && frame.url.startsWith(this.#devServer)));
    if (connection === undefined || !ownFrame) return REFUSED;
    return connection.call(name, input);
  }
}
