import type { FileSystem, OpenFile } from '../../storage/fileSystem.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';

/** A disk that takes nothing in between {@link hang} and {@link goOn}. */
export class HangingDisk {
  readonly fs: FileSystem = { ...nodeFileSystem, open: (...place) => this.#open(...place) };
  #free: Promise<void> = Promise.resolve();
  goOn = () => {};

  hang(): void {
    this.#free = new Promise((free) => {
      this.goOn = free;
    });
  }

  async #open(...place: Parameters<FileSystem['open']>): Promise<OpenFile> {
    const file = await nodeFileSystem.open(...place);
    const append = file.append.bind(file);
    return Object.assign(file, {
      append: async (bytes: Uint8Array) => {
        await this.#free;
        return append(bytes);
      },
    });
  }
}
