import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

export interface PageFile {
  readonly mediaType: string;
  /** Built names hold a hash of their content, so a browser may keep them. */
  readonly neverChanges: boolean;
  readonly read: () => Promise<Buffer>;
}

/**
 * The window's files by the path of their address. The folder is listed once and a request is only ever
 * looked up here, so that no spelling of a path can name anything else (TH-7).
 *
 * @throws Error when the folder cannot be read
 */
export async function listPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>();
  const walk = async (inside: string, address: string): Promise<void> => {
    for (const entry of await readdir(inside, { withFileTypes: true })) {
      const path = join(inside, entry.name);
      if (entry.isDirectory()) await walk(path, `${address}${entry.name}/`);
      const mediaType = MEDIA_TYPES[extname(entry.name)];
      if (!entry.isFile() || mediaType === undefined) continue;
      files.set(address + entry.name, {
        mediaType,
        neverChanges: address === '/assets/',
        read: () => readFile(path),
      });
    }
  };
  await walk(folder, '/');
  const index = files.get('/index.html');
  if (index !== undefined) files.set('/', index);
  return files;
}
