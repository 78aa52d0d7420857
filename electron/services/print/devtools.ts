import * as z from 'zod';
import type { BrowserProcess } from './browserProcess.ts';

const messageSchema = z.object({
  id: z.number().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
});

export type DevtoolsResult = Readonly<Record<string, unknown>>;

interface Waiting {
  readonly resolve: (result: DevtoolsResult) => void;
  readonly reject: (error: Error) => void;
}

/** Commands of the Chrome DevTools protocol over a browser's pipe: https://chromedevtools.github.io/devtools-protocol */
export class Devtools {
  readonly #browser: BrowserProcess;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;
  #over = false;

  constructor(browser: BrowserProcess) {
    this.#browser = browser;
    browser.onMessage((text) => this.#take(text));
    void browser.ended.then(() => {
      this.#over = true;
      for (const { reject } of this.#waiting.values()) reject(new Error('the browser ended'));
      this.#waiting.clear();
    });
  }

  /** @throws Error when the browser refuses the command or ends before it answers */
  send(
    method: string,
    params: Readonly<Record<string, unknown>> = {},
    sessionId?: string,
  ): Promise<DevtoolsResult> {
    if (this.#over) return Promise.reject(new Error('the browser ended'));
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#browser.send(JSON.stringify({ id, method, params, sessionId }));
    });
  }

  #take(text: string): void {
    const { id, result, error } = messageSchema.parse(JSON.parse(text));
    if (id === undefined) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error !== undefined) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result ?? {});
  }
}
