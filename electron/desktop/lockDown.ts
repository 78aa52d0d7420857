import type { Session, WebContents } from 'electron';
import { APP_ORIGIN } from './appProtocol.ts';

/**
 * Denies what a window never needs: every permission but writing to the clipboard, downloads, and each
 * request that leaves the machine. The app makes no network request of its own.
 */
export function lockDownSession(session: Session, devServer: string | null): void {
  const mayWriteClipboard = (permission: string): boolean => permission === 'clipboard-sanitized-write';
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(mayWriteClipboard(permission)),
  );
  session.setPermissionCheckHandler((_contents, permission) => mayWriteClipboard(permission));
  session.setSpellCheckerEnabled(false);
  // Switched off, it still fetches the dictionaries of its languages when it starts.
  session.setSpellCheckerLanguages([]);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    const scheme = new URL(details.url).protocol;
    const own = scheme === 'app:' || scheme === 'blob:' || scheme === 'data:' || scheme === 'devtools:';
    const dev = devServer !== null && new URL(details.url).host === new URL(devServer).host;
    answer({ cancel: !own && !dev });
  });
}

/** A window stays on its own page and opens no other; links are opened outside by their own call. */
export function lockDownContents(contents: WebContents, devServer: string | null): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event, address) => {
    const own = address.startsWith(`${APP_ORIGIN}/`) || (devServer !== null && address.startsWith(devServer));
    if (!own) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
