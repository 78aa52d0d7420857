import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '../../shared/contract/settings.ts';
import { ensureFolder } from '../storage/ensureFolder.ts';
import { nodeFileSystem } from '../storage/nodeFileSystem.ts';
import { OWNER_ONLY } from '../storage/permissions.ts';
import { rewriteFile } from '../storage/rewriteFile.ts';

/** The settings file in the data folder. A missing or spoiled file reads as the defaults. */
export class SettingsStore {
  readonly #path: string;
  #settings: Settings = DEFAULT_SETTINGS;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  get current(): Settings {
    return this.#settings;
  }

  async read(): Promise<Settings> {
    try {
      this.#settings = settingsSchema.parse(JSON.parse(await readFile(this.#path, 'utf8')));
    } catch {
      // Nothing is lost with the settings: the file is written anew at the next change.
      this.#settings = DEFAULT_SETTINGS;
    }
    return this.#settings;
  }

  /** Resolves when the change is on disk. */
  async write(change: Partial<Settings>): Promise<Settings> {
    this.#settings = settingsSchema.parse({ ...this.#settings, ...change });
    const text = Buffer.from(`${JSON.stringify(this.#settings, null, 2)}\n`);
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#replace(text));
    await this.#writing;
    return this.#settings;
  }

  async #replace(text: Uint8Array): Promise<void> {
    await ensureFolder(nodeFileSystem, dirname(this.#path));
    await rewriteFile(nodeFileSystem, this.#path, text, OWNER_ONLY, async () => {});
  }
}
