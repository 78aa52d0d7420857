import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '../../shared/contract/settings.ts';

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
    const text = `${JSON.stringify(this.#settings, null, 2)}\n`;
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#replace(text));
    await this.#writing;
    return this.#settings;
  }

  async #replace(text: string): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    const beside = `${this.#path}.new`;
    const file = await open(beside, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, this.#path);
  }
}
