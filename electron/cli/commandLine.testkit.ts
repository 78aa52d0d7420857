import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PrintCommand, runCommandLine } from './runCommandLine.ts';

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Folders and environment of one test: what a command sees of the machine. */
export class Workplace {
  readonly root = mkdtempSync(join(tmpdir(), 'debrief-'));
  readonly library = join(this.root, 'library');
  readonly data = join(this.root, 'data');
  readonly folder = join(this.root, 'here');
  readonly env: NodeJS.ProcessEnv;

  constructor() {
    mkdirSync(this.folder);
    const { DEBRIEF_BROWSER: _, ...inherited } = process.env;
    this.env = { ...inherited, DEBRIEF_DATA_DIR: this.data, DEBRIEF_LIBRARY_DIR: this.library };
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Runs a command in this process. */
  async run(words: readonly string[], print?: PrintCommand): Promise<Outcome> {
    const out: Uint8Array[] = [];
    let err = '';
    const terminal = {
      env: this.env,
      folder: this.folder,
      print: async (data: string | Uint8Array) => {
        out.push(Buffer.from(data));
      },
      say: (line: string) => {
        err += `${line}\n`;
      },
      stopped: new AbortController().signal,
    };
    const code = await runCommandLine(words, terminal, print);
    return { code, out: Buffer.concat(out).toString('utf8'), err };
  }

  /** Starts the command as a process of its own: from its source, or a built program. */
  start(words: readonly string[], program = join(import.meta.dirname, 'main.ts')): ChildProcess {
    return spawn(process.execPath, [program, ...words], {
      cwd: this.folder,
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Builds what is stale, the window too. @returns the path of the bundled command @throws Error */
export function builtProgram(): string {
  const root = join(import.meta.dirname, '../..');
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'build/build.mjs')], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return join(root, 'dist/electron/cli.cjs');
}

export async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8');
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString('utf8');
  });
  const [code] = await once(child, 'close');
  return { code, out, err };
}

/** What no failure may show: a stack trace, or an error's class. */
export const STACK_TRACE = /\n\s+at |Error:|node:internal|\.ts:\d+/;
