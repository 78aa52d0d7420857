import * as Y from 'yjs';
import type { HostError } from '../../../shared/contract/errors.ts';
import { malformedUpdate as whyMalformed } from '../../../shared/sync/boundedUpdate.ts';
import { takeUpdate } from '../../../shared/sync/takeUpdate.ts';
import { RECORD_TYPE, type RecordContent } from '../../storage/format/record.ts';
import { imageRecords } from '../../storage/imageRecords.ts';
import { imagesAt } from '../../storage/imagesAt.ts';
import type { OpenRequest, OwnDocument, StoredImage } from '../open-document/index.ts';
import type { Besides } from '../open-document/openDocumentTypes.ts';
import { malformedUpdate, UnknownToSchema } from '../open-document/refusals.ts';

/** All that this process knows of a document that it joined: its file, and what came over the line or was typed since. */
export class KnownHere {
  readonly #own: OwnDocument;
  readonly #request: OpenRequest;
  readonly #doc = new Y.Doc({ gc: true });
  /** Pictures out of a file that was left, which the own document lacks. */
  readonly #brought = new Map<string, StoredImage>();
  #bringing: Promise<unknown> = Promise.resolve();
  #isOver = false;

  constructor(own: OwnDocument, request: OpenRequest) {
    this.#own = own;
    this.#request = request;
    Y.applyUpdate(this.#doc, own.state());
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }

  /** Why an update must not come in, or null. */
  refusalOf(update: Uint8Array): HostError | null {
    const problem = whyMalformed(update);
    if (problem !== null) return malformedUpdate(problem);
    const answer = this.#request.gate(update, this.#doc);
    return answer.kind === 'unknown' ? new UnknownToSchema(answer.what) : null;
  }

  /** Takes an update that {@link refusalOf} let pass. Returns whether it brought something. */
  take(update: Uint8Array): boolean {
    const isNew = takeUpdate(this.#doc, update);
    this.#own.noteMentions(update);
    return isNew;
  }

  /** What a state, which {@link refusalOf} let pass, lacks of what is known here; null when it has all of it. */
  lackingIn(known: Uint8Array): Uint8Array | null {
    const there = new Y.Doc();
    Y.applyUpdate(there, known);
    const isWhole = Y.equalSnapshots(Y.snapshot(there), Y.snapshot(this.#doc));
    const lacking = Y.encodeStateAsUpdate(this.#doc, Y.encodeStateVector(there));
    there.destroy();
    return isWhole ? null : lacking;
  }

  image(hash: string): StoredImage | null {
    return this.#own.image(hash) ?? this.#brought.get(hash) ?? null;
  }

  /**
   * Takes out of a file that is left the pictures that the text names and that are not here: over the line comes text
   * alone, and from that file nothing is read any more. What it does not have either is nowhere to be had.
   */
  bringImages(realPath: string): void {
    const lacking = [...hashesIn(this.state())].filter((hash) => this.image(hash) === null);
    if (lacking.length === 0) return;
    const found = this.#imagesAt(realPath).then((images) => {
      for (const hash of lacking) {
        const image = images.get(hash);
        if (image !== undefined) this.#brought.set(hash, image);
      }
    });
    this.#bringing = Promise.all([this.#bringing, found]);
  }

  /** Once the files that were left are read: {@link broughtSoFar}. */
  async brought(): Promise<ReadonlyMap<string, StoredImage>> {
    await this.#bringing;
    return this.broughtSoFar();
  }

  /**
   * The pictures out of files that were left. Those that the own document has by now, or that the text, or an update of
   * it, does not name (any more), are not among them.
   */
  broughtSoFar(update?: Uint8Array): ReadonlyMap<string, StoredImage> {
    for (const hash of this.#brought.keys()) if (this.#own.image(hash) !== null) this.#brought.delete(hash);
    if (this.#brought.size === 0) return this.#brought;
    const named = hashesIn(update ?? this.state());
    return new Map([...this.#brought].filter(([hash]) => named.has(hash)));
  }

  /** What belongs to the document beside its text, of which the file at `realPath` has no picture. */
  async besidesLackingAt(realPath: string): Promise<Besides> {
    await this.#bringing;
    const there = await this.#imagesAt(realPath);
    const { images, unknown } = this.#besides();
    return { images: new Map([...images].filter(([hash]) => !there.has(hash))), unknown };
  }

  /** The pictures that an update names, as the text still does, and that are here and not in the file at `realPath`. */
  async picturesLackingAt(realPath: string, update: Uint8Array): Promise<readonly StoredImage[]> {
    const named = [...hashesIn(update)].filter((hash) => this.image(hash) !== null);
    if (named.length === 0) return [];
    const there = await this.#imagesAt(realPath);
    const stillNamed = hashesIn(this.state());
    return named.flatMap((hash) => {
      const image = there.has(hash) || !stillNamed.has(hash) ? null : this.image(hash);
      return image === null ? [] : [image];
    });
  }

  /** All records of a file that holds what is known here. */
  records(): RecordContent[] {
    const { images, unknown } = this.#besides();
    return [{ type: RECORD_TYPE.snapshot, payload: this.state() }, ...imageRecords(images), ...unknown];
  }

  /** No file is read any more. */
  destroy(): void {
    this.#isOver = true;
    this.#doc.destroy();
  }

  #imagesAt(realPath: string): ReturnType<typeof imagesAt> {
    return imagesAt(this.#request.fs, realPath, this.#own.documentId, () => this.#isOver);
  }

  /** What belongs to the document beside its text: of the pictures those that it names, or is about to. */
  #besides(): Besides {
    const { images, unknown } = this.#own.besides(this.state());
    return { images: new Map([...this.broughtSoFar(), ...images]), unknown };
  }
}

/** What may be the names of pictures in an update: strings stand in it as they are, next to any bytes. */
function hashesIn(update: Uint8Array): ReadonlySet<string> {
  const places = Buffer.from(update)
    .toString('latin1')
    .matchAll(/(?=([0-9a-f]{64}))/g);
  return new Set(Array.from(places, ([, hash = '']) => hash));
}
