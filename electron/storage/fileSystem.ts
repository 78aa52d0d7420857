/** Device and inode as one comparable string: two paths with the same identity are the same file. */
export type FileIdentity = string;

export interface FileStat {
  readonly identity: FileIdentity;
  /** Bytes. */
  readonly size: number;
  /** When its content last changed: in nanoseconds, or a number that grows with each change. */
  readonly modified: bigint;
  /** Permission bits, to be carried over when a file is written anew. */
  readonly mode: number;
  /** The number of its group; 0 on Windows. */
  readonly group: number;
  readonly isFile: boolean;
  /** How many names the file has: more than one when there are hard links. */
  readonly links: number;
}

/**
 * `read` never writes. `append` reads, and writes at the end whatever others did meanwhile (O_APPEND), so
 * that it can overwrite nothing. `update` reads, writes in place and truncates. `create` is `update` on a file
 * that must not exist yet.
 */
export type OpenMode = 'read' | 'append' | 'update' | 'create';

/** An open file. Every method throws an Error with a Node error code (`ENOSPC`, `EIO`...) when it fails. */
export interface OpenFile {
  stat(): Promise<FileStat>;
  /** Up to `length` bytes from `position`; fewer only at the end of the file. */
  readAt(position: number, length: number): Promise<Uint8Array>;
  /** Returns how many bytes went in: a short write is possible and is the caller's to notice. */
  append(bytes: Uint8Array): Promise<number>;
  /** Returns how many bytes went in. */
  writeAt(position: number, bytes: Uint8Array): Promise<number>;
  truncate(length: number): Promise<void>;
  /** Sets the permission bits, whatever the process's umask is. */
  chmod(mode: number): Promise<void>;
  /** Sets the group. Throws EPERM for one that this user is not in. */
  chgrp(group: number): Promise<void>;
  /** Resolves when the bytes and the length are on the disk. */
  fsync(): Promise<void>;
  close(): Promise<void>;
}

/** A pipe, a socket or a device is at the path (or, to be replaced, a folder): it is neither opened nor replaced. */
export class NoFile extends Error {
  override readonly name = 'NoFile';
  readonly code = 'EFTYPE';
}

/**
 * Everything that this application asks of a disk. Each byte goes through it, so that a test disk can record
 * the operations, cut the power between any two of them, and make any of them fail.
 */
export interface FileSystem {
  /** `mode` is the permission bits of a file that `create` makes. Throws {@link NoFile}, EISDIR for a folder. */
  open(path: string, how: OpenMode, mode?: number): Promise<OpenFile>;
  /** Follows symbolic links. */
  stat(path: string): Promise<FileStat>;
  /** The path without symbolic links. */
  realPath(path: string): Promise<string>;
  /** Replaces `to` in one step when it exists. */
  rename(from: string, to: string): Promise<void>;
  /** Gives the file at `from` a second name. Throws EEXIST where anything is at `to`; some disks refuse. */
  link(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** Makes one folder; its parent must exist. */
  mkdir(path: string): Promise<void>;
  /** Removes an empty folder. */
  rmdir(path: string): Promise<void>;
  readdir(path: string): Promise<string[]>;
  /** Resolves when the names in the folder (created, renamed, removed) are on the disk. */
  fsyncDirectory(path: string): Promise<void>;
  /** False where a file that is open cannot be replaced by a rename (Windows). */
  readonly renamesOverOpenFiles: boolean;
}

/** The Node error code of whatever a {@link FileSystem} threw, or ''. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return '';
}
