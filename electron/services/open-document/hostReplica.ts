import * as Y from 'yjs';
import { HostError } from '../../../shared/contract/errors.ts';
import { malformedUpdate } from '../../../shared/sync/boundedUpdate.ts';
import { MAX_UPDATE_BYTES } from '../../storage/format/limits.ts';
import type { Replayed } from '../../storage/replay.ts';
import type { SchemaGate, StoredImage } from './openDocumentTypes.ts';

const malformed = (why: string) =>
  new HostError({
    code: 'bad-argument',
    sentence: `The change could not be read: ${why}.`,
    next: 'Nothing was changed. Close the window and open it again.',
  });

const tooLarge = (bytes: number) =>
  new HostError({
    code: 'too-large',
    sentence: `The change has ${bytes} bytes; at most ${MAX_UPDATE_BYTES} can be saved at once.`,
    next: 'Undo it, and insert it in smaller parts.',
  });

/** The schema gate said no: `what` is the part that this version does not know. */
export class UnknownToSchema extends HostError {
  constructor(what: string) {
    super({
      code: 'newer-version',
      sentence: `This postmortem contains ${what}, which this version of Debrief does not know.`,
      next: 'Update Debrief to edit it.',
    });
  }
}

/** The host's own replica of a document: gc on, no UndoManager, so that deleted text is not kept. */
export class HostReplica {
  readonly doc: Y.Doc;
  readonly images: Map<string, StoredImage>;
  readonly #gate: SchemaGate;

  constructor(replayed: Replayed, gate: SchemaGate) {
    this.doc = replayed.doc;
    this.images = new Map(replayed.images);
    this.#gate = gate;
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }

  /** Throws HostError when the update must not enter: malformed, too large, or unknown to the schema. */
  check(update: Uint8Array): void {
    if (update.length > MAX_UPDATE_BYTES) throw tooLarge(update.length);
    const problem = malformedUpdate(update);
    if (problem !== null) throw malformed(problem);
    const answer = this.#gate(update);
    if (answer.kind === 'unknown') throw new UnknownToSchema(answer.what);
  }

  /** Applies a checked update. Returns false when it brought nothing that was not here already. */
  take(update: Uint8Array): boolean {
    const { store } = this.doc;
    const pendingBefore = [store.pendingStructs?.update, store.pendingDs];
    let changed = false;
    const note = () => {
      changed = true;
    };
    this.doc.on('update', note);
    try {
      Y.applyUpdate(this.doc, update);
    } finally {
      this.doc.off('update', note);
    }
    return (
      changed || store.pendingStructs?.update !== pendingBefore[0] || store.pendingDs !== pendingBefore[1]
    );
  }
}
