import { basename, dirname } from 'node:path/posix';
import type { FileStat, FileSystem, OpenFile, OpenMode } from '../fileSystem.ts';
import { applyName, type DiskOperation, withContent } from './diskOperation.testkit.ts';
import type { DiskImage } from './powerCut.testkit.ts';

/** One call to a {@link SimulatedDisk}, before it is carried out. */
export interface DiskCall {
  readonly kind: keyof OpenFile | keyof FileSystem;
  readonly path: string;
  /** The line of code that made the call; to be read at once. */
  readonly site: string;
}

/**
 * What becomes of a call: carried out, refused with a Node error code, cut short (appends only), or, for an
 * fsync, said to be done and not done.
 */
export type CallFate = 'done' | 'short' | 'pretended' | { readonly code: string };

interface Folder {
  readonly names: Map<string, number>;
}

interface File {
  content: Uint8Array;
  mode: number;
  /** How often the content changed. */
  changes: bigint;
}

function diskError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}

/** A disk in memory with POSIX paths. It records what is done to it, and lets a test decide over each call. */
export class SimulatedDisk implements FileSystem {
  /** False makes the disk like that of Windows: what the code under test has open cannot be replaced by it. */
  renamesOverOpenFiles = true;
  /** False makes the disk like some network file systems: it makes a file's identity up at each look. */
  identitiesLast = true;
  readonly log: DiskOperation[] = [];
  onCall: (call: DiskCall) => CallFate = () => 'done';
  readonly #nodes = new Map<number, File | Folder>([[1, { names: new Map() }]]);
  #nextInode = 2;
  #nextIdentity = 1;
  #isByOthers = false;
  /** How often each inode is open, by the code under test. */
  readonly #openings = new Map<number, number>();

  /** The disk as a power cut left it. */
  static after({ files, folders }: DiskImage): SimulatedDisk {
    const disk = new SimulatedDisk();
    for (const [inode, { content, mode }] of files) disk.#nodes.set(inode, { content, mode, changes: 0n });
    for (const [inode, names] of folders) disk.#nodes.set(inode, { names: new Map(names) });
    disk.#nextInode = Math.max(1, ...disk.#nodes.keys()) + 1;
    return disk;
  }

  /** Does something to the disk that is not the code under test: no call of it is counted or made to fail. */
  async byOthers<T>(act: () => Promise<T>): Promise<T> {
    const { onCall } = this;
    this.onCall = () => 'done';
    this.#isByOthers = true;
    try {
      return await act();
    } finally {
      this.onCall = onCall;
      this.#isByOthers = false;
    }
  }

  async open(path: string, how: OpenMode, mode = 0o644): Promise<OpenFile> {
    this.#call('open', path);
    const existing = this.#find(path);
    if (how === 'create') {
      if (existing !== null) throw diskError('EEXIST', path);
      return this.#opened(this.#make(path, 'file', mode), path);
    }
    if (existing === null) throw diskError('ENOENT', path);
    return this.#opened(existing, path);
  }

  async stat(path: string): Promise<FileStat> {
    this.#call('stat', path);
    return this.statOf(this.#existing(path));
  }

  async realPath(path: string): Promise<string> {
    this.#existing(path);
    return path;
  }

  async rename(from: string, to: string): Promise<void> {
    this.#call('rename', from);
    if (dirname(from) !== dirname(to)) throw diskError('EXDEV', from);
    const folder = this.#existing(dirname(from));
    const replaced = this.#find(to);
    const isOpen = replaced !== null && (this.#openings.get(replaced) ?? 0) > 0;
    if (isOpen && !this.renamesOverOpenFiles && !this.#isByOthers) throw diskError('EPERM', to);
    this.#do({ kind: 'rename', folder, from: basename(from), to: basename(to), inode: this.#existing(from) });
  }

  async link(from: string, to: string): Promise<void> {
    this.#call('link', from);
    if (this.#find(to) !== null) throw diskError('EEXIST', to);
    const folder = this.#existing(dirname(to));
    this.#do({ kind: 'link', folder, name: basename(to), inode: this.#existing(from) });
  }

  async unlink(path: string): Promise<void> {
    this.#call('unlink', path);
    this.#existing(path);
    this.#do({ kind: 'unlink', folder: this.#existing(dirname(path)), name: basename(path) });
  }

  async mkdir(path: string): Promise<void> {
    this.#call('mkdir', path);
    if (this.#find(path) !== null) throw diskError('EEXIST', path);
    this.#make(path, 'folder', 0o755);
  }

  async rmdir(path: string): Promise<void> {
    this.#call('rmdir', path);
    if (this.#folder(this.#existing(path)).names.size > 0) throw diskError('ENOTEMPTY', path);
    this.#do({ kind: 'unlink', folder: this.#existing(dirname(path)), name: basename(path) });
  }

  async readdir(path: string): Promise<string[]> {
    this.#call('readdir', path);
    return [...this.#folder(this.#existing(path)).names.keys()];
  }

  async fsyncDirectory(path: string): Promise<void> {
    this.fsyncInode('fsyncDirectory', this.#existing(path), path);
  }

  fsyncInode(kind: 'fsync' | 'fsyncDirectory', inode: number, path: string): void {
    try {
      if (this.#call(kind, path) !== 'pretended') this.#do({ kind: 'fsync', inode });
    } catch (error) {
      this.#do({ kind: 'fsync failed', inode });
      throw error;
    }
  }

  /** The files that the code under test has open. */
  get openFiles(): number {
    return [...this.#openings.values()].reduce((sum, n) => sum + n, 0);
  }

  closed(inode: number): void {
    this.#openings.set(inode, (this.#openings.get(inode) ?? 0) - 1);
  }

  /** An open file is looked at or read. */
  asked(kind: 'stat' | 'readAt', path: string): void {
    this.#call(kind, path);
  }

  statOf(inode: number): FileStat {
    const node = this.#nodes.get(inode);
    const isFile = node !== undefined && 'content' in node;
    const names = [...this.#nodes.values()].flatMap((n) => ('names' in n ? [...n.names.values()] : []));
    return {
      identity: this.identitiesLast ? `simulated:${inode}` : `simulated:${this.#nextIdentity++}`,
      size: isFile ? node.content.length : 0,
      modified: isFile ? node.changes : 0n,
      mode: isFile ? node.mode : 0o755,
      group: 0,
      isFile,
      links: names.filter((name) => name === inode).length,
    };
  }

  contentOf(inode: number): Uint8Array {
    return this.#file(inode).content;
  }

  setMode(inode: number, mode: number): void {
    this.#file(inode).mode = mode;
  }

  truncateInode(inode: number, length: number, path: string): void {
    this.#call('truncate', path);
    this.#do({ kind: 'truncate', inode, length });
  }

  writeInode(kind: 'append' | 'writeAt', inode: number, at: number, bytes: Uint8Array, path: string): number {
    const fate = this.#call(kind, path);
    const taken = fate === 'short' ? bytes.slice(0, bytes.length >> 1) : bytes.slice();
    if (taken.length > 0) this.#do({ kind: 'write', inode, at, bytes: taken });
    return taken.length;
  }

  #do(operation: DiskOperation): void {
    this.log.push(operation);
    if (operation.kind === 'write' || operation.kind === 'truncate') {
      const file = this.#file(operation.inode);
      file.content = withContent(file.content, operation);
      file.changes += 1n;
    } else if (operation.kind === 'link' || operation.kind === 'rename' || operation.kind === 'unlink') {
      applyName(this.#folder(operation.folder).names, operation);
    }
  }

  #make(path: string, what: 'file' | 'folder', mode: number): number {
    const folder = this.#existing(dirname(path));
    const inode = this.#nextInode++;
    this.#nodes.set(
      inode,
      what === 'file' ? { content: new Uint8Array(), mode, changes: 0n } : { names: new Map() },
    );
    this.#do({ kind: 'make', inode, what, mode });
    this.#do({ kind: 'link', folder, name: basename(path), inode });
    return inode;
  }

  #opened(inode: number, path: string): SimulatedFile {
    if (!this.#isByOthers) this.#openings.set(inode, (this.#openings.get(inode) ?? 0) + 1);
    return new SimulatedFile(this, inode, path, !this.#isByOthers);
  }

  #call(kind: DiskCall['kind'], path: string): CallFate {
    const fate = this.onCall({
      kind,
      path,
      get site() {
        return callSite();
      },
    });
    if (typeof fate === 'object') throw diskError(fate.code, path);
    return fate;
  }

  #find(path: string): number | null {
    let inode = 1;
    for (const name of path.split('/').filter((part) => part !== '')) {
      const node = this.#nodes.get(inode);
      const next = node !== undefined && 'names' in node ? node.names.get(name) : undefined;
      if (next === undefined) return null;
      inode = next;
    }
    return inode;
  }

  #existing(path: string): number {
    const inode = this.#find(path);
    if (inode === null) throw diskError('ENOENT', path);
    return inode;
  }

  #file(inode: number): File {
    const node = this.#nodes.get(inode);
    if (node === undefined || !('content' in node)) throw diskError('EISDIR', String(inode));
    return node;
  }

  #folder(inode: number): Folder {
    const node = this.#nodes.get(inode);
    if (node === undefined || !('names' in node)) throw diskError('ENOTDIR', String(inode));
    return node;
  }
}

class SimulatedFile implements OpenFile {
  readonly #disk: SimulatedDisk;
  readonly #inode: number;
  readonly #path: string;

  #isCounted: boolean;

  constructor(disk: SimulatedDisk, inode: number, path: string, isCounted: boolean) {
    this.#isCounted = isCounted;
    this.#disk = disk;
    this.#inode = inode;
    this.#path = path;
  }

  async stat(): Promise<FileStat> {
    this.#disk.asked('stat', this.#path);
    return this.#disk.statOf(this.#inode);
  }

  async readAt(position: number, length: number): Promise<Uint8Array> {
    this.#disk.asked('readAt', this.#path);
    return this.#disk.contentOf(this.#inode).slice(position, position + length);
  }

  async append(bytes: Uint8Array): Promise<number> {
    const end = this.#disk.contentOf(this.#inode).length;
    return this.#disk.writeInode('append', this.#inode, end, bytes, this.#path);
  }

  async writeAt(position: number, bytes: Uint8Array): Promise<number> {
    return this.#disk.writeInode('writeAt', this.#inode, position, bytes, this.#path);
  }

  async truncate(length: number): Promise<void> {
    this.#disk.truncateInode(this.#inode, length, this.#path);
  }

  /** Everything on this disk has one group. */
  async chgrp(): Promise<void> {}

  async chmod(mode: number): Promise<void> {
    this.#disk.setMode(this.#inode, mode);
  }

  async fsync(): Promise<void> {
    this.#disk.fsyncInode('fsync', this.#inode, this.#path);
  }

  async close(): Promise<void> {
    if (this.#isCounted) this.#disk.closed(this.#inode);
    this.#isCounted = false;
  }
}

/** The first line of code outside the testkit that is on the stack. */
function callSite(): string {
  const lines = (new Error().stack ?? '').split('\n');
  const line = lines.find((text) => /\/electron\//.test(text) && !/test(kit)?\.ts/.test(text));
  return /([\w-]+\.ts:\d+)/.exec(line ?? '')?.[1] ?? 'test';
}
