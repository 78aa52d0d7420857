import { basename, dirname } from 'node:path';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { HostError } from '../../shared/contract/errors.ts';
import { newId } from '../../shared/document/newId.ts';
import type { OpenDocument } from './open-document/index.ts';
import type { OpenDocuments } from './openDocuments.ts';
import type { WindowPort } from './ports.ts';

interface Session {
  readonly path: string;
  readonly document: OpenDocument;
  readonly stopListening: () => void;
}

/** The documents that one window has open, by session id. */
export class WindowSessions {
  readonly #window: WindowPort;
  readonly #documents: OpenDocuments;
  readonly #libraryFolder: string;
  readonly #sessions = new Map<string, Session>();
  readonly #openings = new Set<Promise<unknown>>();
  #isGone = false;

  constructor(window: WindowPort, documents: OpenDocuments, libraryFolder: string) {
    this.#window = window;
    this.#documents = documents;
    this.#libraryFolder = libraryFolder;
  }

  /** @throws HostError also when the window goes meanwhile */
  async open(path: string): Promise<CallOutput<'document.open'>> {
    if (this.#isGone) throw windowGone();
    const opening = this.#open(path);
    this.#openings.add(opening);
    try {
      return await opening;
    } finally {
      this.#openings.delete(opening);
    }
  }

  /** @throws HostError `not-found` when this window has no such session */
  documentOf(session: string): OpenDocument {
    const found = this.#sessions.get(session);
    if (found === undefined) {
      throw new HostError({
        code: 'not-found',
        sentence: 'This window no longer has the document open.',
        next: 'Open it again from the library; what was typed is kept in this window until then.',
      });
    }
    return found.document;
  }

  /** Why the documents of this window are not saved, or cannot be: a sentence each. */
  troubles(): string[] {
    return [...this.#sessions.values()].flatMap(({ document }) => {
      const state = document.saveState();
      return 'sentence' in state ? [state.sentence] : [];
    });
  }

  async close(session: string): Promise<void> {
    const found = this.#sessions.get(session);
    if (found === undefined) return;
    this.#sessions.delete(session);
    found.stopListening();
    await this.#documents.release(found.path);
  }

  /** For a window that goes: what it has open, or is opening, is let go, and nothing is opened for it any more. */
  async closeAll(): Promise<void> {
    this.#isGone = true;
    const closings = [...this.#sessions.keys()].map((session) => this.close(session));
    await Promise.allSettled([...closings, ...this.#openings]);
  }

  async #open(path: string): Promise<CallOutput<'document.open'>> {
    const document = await this.#documents.hold(path);
    if (this.#isGone) {
      await this.#documents.release(path);
      throw windowGone();
    }
    const session = newId();
    const stopListening = document.subscribe({
      update: (update, from) => {
        if (from !== session) this.#window.send({ kind: 'document-update', session, update });
      },
      saveState: (state) => this.#window.send({ kind: 'save-state', session, state }),
      notice: (notice) => this.#window.send({ kind: 'document-notice', session, notice }),
    });
    this.#sessions.set(session, { path, document, stopListening });
    return {
      session,
      documentId: document.documentId,
      fileName: basename(document.path),
      folder: dirname(document.path),
      isInLibrary: dirname(document.path) === this.#libraryFolder,
      state: document.state(),
      saveState: document.saveState(),
      recoveredText: [...document.opening.recoveredText],
      notices: [...document.opening.notices],
    };
  }
}

const windowGone = (): HostError =>
  new HostError({
    code: 'not-found',
    sentence: 'The window that opened this document has gone.',
    next: 'Open it again from the library.',
  });
