import { type OpenDocument, type OpenRequest, openDocument } from '../open-document/index.ts';
import { type FindOpen, HandOverServer } from './handOverServer.ts';
import { JoinedDocument } from './joinedDocument.ts';

/**
 * Opens documents so that processes of one user share them: the first to open a file writes it, the others hand
 * over to it.
 */
export class SharedOpening {
  readonly #find: FindOpen;
  #server: Promise<HandOverServer | null> | null = null;

  constructor(find: FindOpen) {
    this.#find = find;
  }

  /** @throws HostError when the file cannot be read at all */
  async open(request: OpenRequest): Promise<OpenDocument> {
    this.#server ??= HandOverServer.listen(this.#find);
    const server = await this.#server;
    const document = await openDocument(server === null ? request : { ...request, address: server.address });
    if (!document.holdsFile && document.opening.heldBy === null) return document;
    return JoinedDocument.join(document, request);
  }

  async close(): Promise<void> {
    await (await this.#server)?.close();
    this.#server = null;
  }
}
