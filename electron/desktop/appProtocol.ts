import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';

/** The scheme and host of every window's page. */
export const APP_ORIGIN = 'app://debrief';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Must be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

interface Page {
  readonly status: number;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** The file of an address under `app://debrief/`, never one outside the folder. */
async function pageOf(address: string, folder: string): Promise<Page> {
  const missing: Page = { status: 404, mediaType: 'text/plain', bytes: Buffer.from('Not found') };
  const url = new URL(address);
  if (url.host !== 'debrief') return missing;
  const path = normalize(
    join(folder, decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname)),
  );
  const mediaType = MEDIA_TYPES[extname(path)];
  if (!path.startsWith(folder + sep) || mediaType === undefined) return missing;
  const bytes = await readFile(path).catch(() => null);
  return bytes === null ? missing : { status: 200, mediaType, bytes };
}

/** Serves the window's files to one session, with the content security policy on every answer. */
export function serveApp(session: Session, folder: string, policy: string): void {
  serve(session, (address) => pageOf(address, folder), policy);
}

/** Serves one page that lies in memory, whatever is asked for; it may show what it carries and nothing else. */
export function serveOnePage(session: Session, html: string): void {
  const page: Page = { status: 200, mediaType: 'text/html; charset=utf-8', bytes: Buffer.from(html) };
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !/^(app|data):/.test(details.url) }),
  );
  serve(
    session,
    async () => page,
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:",
  );
}

function serve(session: Session, find: (address: string) => Promise<Page>, policy: string): void {
  const headersOf = (page: Page): Record<string, string> => ({
    'content-type': page.mediaType,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  // protocol.handle came with Electron 25; before it, a buffer protocol does the same.
  if ('handle' in session.protocol) {
    session.protocol.handle('app', async (request) => {
      const page = await find(request.url);
      return new Response(new Uint8Array(page.bytes), { status: page.status, headers: headersOf(page) });
    });
    return;
  }
  const older: Electron.Protocol = session.protocol;
  older.registerBufferProtocol('app', (request, answer) => {
    void find(request.url).then((page) =>
      answer({ statusCode: page.status, headers: headersOf(page), data: page.bytes }),
    );
  });
}
