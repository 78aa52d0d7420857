import type { OpenFile } from './fileSystem.ts';

/** The disk took only a part of what it was given: nearly always the first sign that it is full. */
export class ShortWrite extends Error {
  override readonly name = 'ShortWrite';
  readonly code = 'ENOSPC';

  constructor(written: number, wanted: number) {
    super(`${written} of ${wanted} bytes written`);
  }
}

/** Appends all bytes or throws. */
export async function writeWhole(file: OpenFile, bytes: Uint8Array): Promise<void> {
  const written = await file.append(bytes);
  if (written < bytes.length) throw new ShortWrite(written, bytes.length);
}
