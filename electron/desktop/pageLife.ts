import type { BrowserWindow, MessageBoxOptions, RenderProcessGoneDetails, WebContents } from 'electron';

/** Asks in a dialog of the window; resolves with the number of the button. */
export type Ask = (window: BrowserWindow, question: MessageBoxOptions) => Promise<number>;

const RELOAD = 0;

/**
 * Calls `began` for each page that takes the place of the last one, reloaded or not. A navigation that only started
 * may yet be denied, and the page goes on with all that it has open.
 */
export function onPageBegun(contents: WebContents, began: () => void): void {
  contents.on('did-navigate', () => began());
}

/**
 * Asks what to do with a window whose page has crashed. Nothing is done by itself: a page that crashes again and
 * again is asked about each time. `troubles` are why the documents of the window are not saved, and where they are kept
 * instead: a page that is reloaded shows what is at their path now, and may say nothing of it.
 */
export function askAfterCrash(window: BrowserWindow, ask: Ask, troubles: () => readonly string[]): void {
  let isAsking = false;
  window.webContents.on('render-process-gone', (_event, { reason }: RenderProcessGoneDetails) => {
    if (reason === 'clean-exit' || isAsking || window.isDestroyed()) return;
    isAsking = true;
    void ask(window, crashed(troubles())).then((answer) => {
      isAsking = false;
      if (window.isDestroyed()) return;
      if (answer === RELOAD) window.webContents.reload();
      else window.destroy();
    });
  });
}

const crashed = (troubles: readonly string[]): MessageBoxOptions => ({
  type: 'error',
  title: 'Debrief',
  message: 'This window has stopped working.',
  detail: [
    'Nothing that was saved is lost. Reload it to go on; what was typed last is kept in the window.',
    ...troubles,
  ].join('\n\n'),
  buttons: ['Reload', 'Close'],
  defaultId: RELOAD,
  cancelId: RELOAD,
  noLink: true,
});
