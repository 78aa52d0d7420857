import { type BigIntStats, constants } from 'node:fs';
import * as fsp from 'node:fs/promises';
import { type FileStat, type FileSystem, NoFile, type OpenFile, type OpenMode } from './fileSystem.ts';

const O = constants;
/** Does nothing to a file; a pipe that nobody writes to would keep the opening waiting, whatever ends the program. */
const AT_ONCE = O.O_NONBLOCK ?? 0;
const FLAGS: Record<OpenMode, number> = {
  read: O.O_RDONLY | AT_ONCE,
  append: O.O_RDWR | O.O_APPEND | AT_ONCE,
  update: O.O_RDWR | AT_ONCE,
  create: O.O_RDWR | O.O_CREAT | O.O_EXCL,
};

/** To chown. */
const SAME_OWNER = -1;

const asFileStat = (stats: BigIntStats): FileStat => ({
  identity: `${stats.dev}:${stats.ino}`,
  size: Number(stats.size),
  modified: stats.mtimeNs,
  mode: Number(stats.mode & 0o777n),
  group: Number(stats.gid),
  isFile: stats.isFile(),
  links: Number(stats.nlink),
});

class NodeFile implements OpenFile {
  readonly #handle: fsp.FileHandle;

  constructor(handle: fsp.FileHandle) {
    this.#handle = handle;
  }

  async stat(): Promise<FileStat> {
    return asFileStat(await this.#handle.stat({ bigint: true }));
  }

  async readAt(position: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await this.#handle.read(bytes, filled, length - filled, position + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  }

  async append(bytes: Uint8Array): Promise<number> {
    return (await this.#handle.write(bytes, 0, bytes.length, null)).bytesWritten;
  }

  async writeAt(position: number, bytes: Uint8Array): Promise<number> {
    return (await this.#handle.write(bytes, 0, bytes.length, position)).bytesWritten;
  }

  async truncate(length: number): Promise<void> {
    await this.#handle.truncate(length);
  }

  async chmod(mode: number): Promise<void> {
    await this.#handle.chmod(mode);
  }

  async chgrp(group: number): Promise<void> {
    await this.#handle.chown(SAME_OWNER, group);
  }

  /** On macOS libuv asks for F_FULLFSYNC, so that the drive's own cache is written too. */
  async fsync(): Promise<void> {
    await this.#handle.sync();
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

/** Opening is an act of its own on a device, such as a tape that it rewinds. */
async function assertFile(path: string): Promise<void> {
  const found = await fsp.stat(path);
  if (!found.isFile() && !found.isDirectory()) throw new NoFile(`${path} is no file`);
}

/** The machine's own disk. */
export const nodeFileSystem: FileSystem = {
  renamesOverOpenFiles: process.platform !== 'win32',

  async open(path, how, mode = 0o644) {
    if (how !== 'create') await assertFile(path);
    return new NodeFile(await fsp.open(path, FLAGS[how], mode));
  },
  async stat(path) {
    return asFileStat(await fsp.stat(path, { bigint: true }));
  },
  realPath: (path) => fsp.realpath(path),
  rename: (from, to) => fsp.rename(from, to),
  link: (from, to) => fsp.link(from, to),
  unlink: (path) => fsp.unlink(path),
  mkdir: (path) => fsp.mkdir(path),
  rmdir: (path) => fsp.rmdir(path),
  readdir: (path) => fsp.readdir(path),
  /** Windows has no such call: NTFS journals names by itself. */
  async fsyncDirectory(path) {
    if (process.platform === 'win32') return;
    const folder = await fsp.open(path, O.O_RDONLY);
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
};
