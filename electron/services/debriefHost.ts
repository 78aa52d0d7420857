import { basename, dirname, extname, join } from 'node:path';
import type { Answer } from '../../shared/contract/calls.ts';
import { HostError } from '../../shared/contract/errors.ts';
import type { HostEvent } from '../../shared/contract/events.ts';
import type { LibraryEntry } from '../../shared/contract/libraryEntry.ts';
import { judgeUpdate } from '../../shared/schema/gate.ts';
import { nodeFileSystem } from '../storage/nodeFileSystem.ts';
import { type Vet, vetForeign } from '../storage/vet.ts';
import { Decoder } from './decoding/decoder.ts';
import { forkDecoder } from './decoding/forkDecoder.ts';
import { dispatch } from './dispatch.ts';
import { FileTokens } from './fileTokens.ts';
import { SharedOpening } from './hand-over/sharedOpening.ts';
import { handlersFor } from './handlers.ts';
import { importMarkdownFile } from './importFile.ts';
import { Library } from './library.ts';
import { LibraryWatch } from './libraryWatch.ts';

import { OpenDocuments } from './openDocuments.ts';
import type { HostPorts, WindowPort } from './ports.ts';
import { assertFileThere, readTextFile } from './readTextFile.ts';
import { SettingsStore } from './settingsStore.ts';
import { readListed } from './verifyFile.ts';
import { WindowSessions } from './windowSession.ts';

export interface HostFolders {
  /** Settings, ledger, kept-aside tails: private to this device. */
  readonly data: string;
  /** The person's postmortems. */
  readonly library: string;
}

/** A text that was imported: the name of its file, and what the person should know, a sentence each. */
export interface ImportedText {
  readonly name: string;
  readonly notes: string[];
}

/** One window's line to its host. */
export interface WindowConnection {
  readonly call: (name: unknown, input: unknown) => Promise<Answer>;
  /** Why what the window has open is not saved, or cannot be: a sentence a document. */
  readonly troubles: () => string[];
  readonly close: () => Promise<void>;
}

/** The product's logic behind every host: desktop, loopback and command line make one each. */
export class DebriefHost {
  readonly ports: HostPorts;
  readonly tokens = new FileTokens();
  readonly settings: SettingsStore;
  readonly library: Library;
  readonly documents: OpenDocuments;
  readonly folders: HostFolders;
  /** Tries out what this device did not write itself. */
  readonly decoder: Decoder;
  readonly vet: Vet;
  readonly #sharing: SharedOpening;
  readonly #libraryWatch: LibraryWatch;
  readonly #imported = new Map<string, ImportedText>();
  readonly #windows = new Map<string, { readonly port: WindowPort; readonly sessions: WindowSessions }>();

  constructor(ports: HostPorts, folders: HostFolders) {
    this.ports = ports;
    this.folders = folders;
    this.decoder = new Decoder(ports.startDecoder ?? forkDecoder);
    this.vet = vetForeign(nodeFileSystem, folders.data, this.decoder.tryUpdates);
    this.settings = new SettingsStore(join(folders.data, 'settings.json'));
    this.library = new Library(folders.library, this.tokens, (path) =>
      readListed(nodeFileSystem, path, folders.data, this.vet),
    );
    this.documents = new OpenDocuments((path) =>
      this.#sharing.open({
        fs: nodeFileSystem,
        path,
        dataFolder: folders.data,
        gate: judgeUpdate,
        tryUpdates: this.decoder.tryUpdates,
      }),
    );
    this.#sharing = new SharedOpening((realPath) => this.documents.holderOf(realPath));
    this.#libraryWatch = new LibraryWatch(
      folders.library,
      (name) => this.documents.isOpen(join(folders.library, name)),
      () => this.announce({ kind: 'library-changed' }),
    );
  }

  /** @param openFile a path that the window was opened for, or null for the library */
  connect(port: WindowPort, openFile: string | null): WindowConnection {
    const sessions = new WindowSessions(port, this.documents, this.folders.library);
    this.#windows.set(port.id, { port, sessions });
    const handlers = handlersFor(
      this,
      port,
      sessions,
      openFile === null ? null : this.tokens.tokenOf(openFile),
    );
    return {
      call: (name, input) => dispatch(handlers, name, input, (problem) => console.error(problem)),
      troubles: () => sessions.troubles(),
      close: async () => {
        this.#windows.delete(port.id);
        await sessions.closeAll();
      },
    };
  }

  /** Tells every window. */
  announce(event: HostEvent): void {
    for (const { port } of this.#windows.values()) port.send(event);
  }

  /**
   * What a path that the person pointed at stands for: itself for a `.debrief` file, a new document in the
   * library for Markdown. From then on it is known to every window, also to one that showed it in an earlier program.
   *
   * @throws HostError for other files
   */
  async openable(path: string): Promise<string> {
    const broughtIn = await this.bringIn(path);
    if (broughtIn.path !== path) {
      this.#imported.set(broughtIn.path, { name: basename(path), notes: [...broughtIn.notes] });
    }
    this.tokens.tokenOf(broughtIn.path);
    return broughtIn.path;
  }

  /** What to say in the window of a text that {@link openable} imported; null when it was said. */
  takeImported(path: string): ImportedText | null {
    const imported = this.#imported.get(path) ?? null;
    this.#imported.delete(path);
    return imported;
  }

  /** The library as it is now; from then on the windows hear when it changes outside. @throws HostError */
  async listLibrary(): Promise<LibraryEntry[]> {
    const entries = await this.library.list();
    this.#libraryWatch.start();
    return entries;
  }

  /**
   * {@link openable}, with what the person should know about an imported text, as sentences.
   *
   * @throws HostError for other files
   */
  async bringIn(path: string): Promise<{ readonly path: string; readonly notes: readonly string[] }> {
    const extension = extname(path).toLowerCase();
    await assertFileThere(path);
    if (extension === '.debrief') return { path, notes: [] };
    if (extension === '.md' || extension === '.markdown' || extension === '.txt' || extension === '') {
      return importMarkdownFile(this, {
        name: basename(path),
        text: await readTextFile(path),
        folder: dirname(path),
      });
    }
    throw new HostError({
      code: 'foreign-file',
      sentence: `${basename(path)} is neither a .debrief file nor Markdown.`,
      next: 'Choose a .debrief, .md or .markdown file.',
    });
  }

  async close(): Promise<void> {
    this.#libraryWatch.close();
    await this.documents.closeAll();
    await this.#sharing.close();
    this.decoder.close();
  }
}
