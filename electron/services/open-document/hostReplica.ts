import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import type { HostError } from '../../../shared/contract/errors.ts';
import { malformedUpdate as whyMalformed } from '../../../shared/sync/boundedUpdate.ts';
import { takeUpdate } from '../../../shared/sync/takeUpdate.ts';
import { MAX_IMAGES_BYTES } from '../../storage/format/limits.ts';
import { RECORD_TYPE, type RecordContent } from '../../storage/format/record.ts';
import type { ScannedRecord } from '../../storage/format/scanRecords.ts';
import { imageRecords } from '../../storage/imageRecords.ts';
import { mentions } from '../../storage/mentions.ts';
import { readRecords } from '../../storage/readRecords.ts';
import type { Replayed } from '../../storage/replay.ts';
import type { Besides, SchemaGate, StoredImage } from './openDocumentTypes.ts';
import { imagesTooLarge, malformedUpdate, tooLargeUpdate, UnknownToSchema, unapplied } from './refusals.ts';

export interface TakenRecords {
  readonly updates: readonly Uint8Array[];
  readonly isSound: boolean;
  readonly refused: UnknownToSchema | null;
}

const keyOf = ({ type, payload }: RecordContent): string =>
  `${type} ${createHash('sha256').update(payload).digest('hex')}`;

/** Bytes of all of them together. */
const sizeOf = (images: ReadonlyMap<string, StoredImage>): number =>
  [...images.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);

/** The host's own replica of a document: gc on, no UndoManager, so that deleted text is not kept. */
export class HostReplica {
  readonly doc: Y.Doc;
  readonly #images: Map<string, StoredImage>;
  readonly #unknown: Map<string, RecordContent>;
  /** Images that no update has mentioned yet: the one that will is still on its way. */
  readonly #unmentioned = new Set<string>();
  /** Images that nothing mentions, and "Remove deleted text" has taken out of the file. They stay out of it until an undo. */
  readonly #removed = new Set<string>();
  readonly #gate: SchemaGate;
  #isBroken = false;
  /**
   * Whether it may hold what its file lacks and no record waits to bring there. Whoever takes something from
   * elsewhere sets it until that is arranged for, and while it is set nothing counts as saved.
   */
  isAhead = false;

  /** Begins with what a file holds, whether or not the gate lets it pass: see {@link judge}. */
  constructor(replayed: Replayed, gate: SchemaGate) {
    this.doc = replayed.doc;
    this.#images = new Map(replayed.images);
    this.#unknown = new Map(replayed.unknown.map((record) => [keyOf(record), record]));
    this.#gate = gate;
  }

  /** Why the document as a whole may not be edited by this version, or null. */
  judge(): HostError | null {
    const answer = this.#gate(this.state(), null);
    return answer.kind === 'unknown' ? new UnknownToSchema(answer.what) : null;
  }

  /** Whether Yjs failed half-way through a change: what is in memory is then not to be trusted. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }

  get hasMissing(): boolean {
    return this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null;
  }

  /** Whether there is no edit in it at all, as in no document that was ever made. */
  get isEmpty(): boolean {
    return this.doc.store.clients.size === 0 && !this.hasMissing;
  }

  image(hash: string): StoredImage | null {
    return this.#images.get(hash) ?? null;
  }

  /**
   * Takes an image and returns the record for it, or null when the file has it already. Throws HostError without room.
   */
  takeImage(hash: string, image: StoredImage): RecordContent | null {
    const isLacking = !this.#isHeld(hash);
    if (isLacking) this.#makeRoom(image);
    this.#hold(hash, image);
    this.expectMentions([hash]);
    return isLacking ? (imageRecords([[hash, image]])[0] ?? null) : null;
  }

  /** To be told of images that someone has put in: the text is about to mention them, unless it does already. */
  expectMentions(hashes: readonly string[]): void {
    if (hashes.length === 0) return;
    const state = this.state();
    for (const hash of hashes) if (!mentions(state, hash)) this.#unmentioned.add(hash);
  }

  /** To be told of text that the document has, also where it is not taken here (yet). */
  noteMentions(update: Uint8Array): void {
    for (const hash of this.#unmentioned) if (mentions(update, hash)) this.#unmentioned.delete(hash);
    for (const hash of this.#removed) {
      if (!mentions(update, hash)) continue;
      this.#removed.delete(hash);
      this.isAhead = true;
    }
  }

  /** Takes a record of an unknown type. Returns it, or null when it is here already. */
  takeUnknown(record: RecordContent): RecordContent | null {
    const key = keyOf(record);
    if (this.#unknown.has(key)) return null;
    this.#unknown.set(key, record);
    return record;
  }

  /**
   * Takes an update. Returns false when it brought nothing that was not here already. Throws HostError, and has
   * taken nothing, when it must not enter: malformed, too large, unknown to the schema.
   */
  take(update: Uint8Array): boolean {
    this.#check(update);
    const { store } = this.doc;
    const before = [store.pendingStructs?.update, store.pendingDs];
    let changed: boolean;
    try {
      changed = takeUpdate(this.doc, update);
    } catch (error) {
      this.#isBroken = true;
      throw unapplied(error);
    }
    this.noteMentions(update);
    return changed || store.pendingStructs?.update !== before[0] || store.pendingDs !== before[1];
  }

  /** Takes what a state of the document holds and this replica does not. Throws like {@link take}. */
  takeState(state: Uint8Array): void {
    this.take(Y.diffUpdate(state, Y.encodeStateVector(this.doc)));
  }

  /** Throws what {@link takeFile} would throw for a file that must not enter. */
  assertTakes({ doc }: Replayed): void {
    this.#check(this.#newIn(doc));
  }

  /**
   * Takes what a file holds and this replica does not. Returns that as an update, or null when there is
   * nothing. Throws like {@link take}.
   */
  takeFile({ doc, images, unknown }: Replayed): Uint8Array | null {
    const update = this.#newIn(doc);
    const isNew = this.take(update);
    this.#takeOthers(images, unknown);
    return isNew ? update : null;
  }

  /**
   * Takes what a copy of the document holds, but not the images whose text was deleted since. Returns the records of
   * what was not here already. Throws like {@link take}.
   */
  takeCopy(copy: Replayed): RecordContent[] {
    const unknown = copy.unknown.filter((record) => !this.#unknown.has(keyOf(record)));
    const mentioned = Y.encodeStateAsUpdate(copy.doc);
    const update = this.#newIn(copy.doc);
    const isNew = this.take(update);
    const isWanted = this.#isWantedBy(this.state());
    const images = [...copy.images].filter(([hash]) => {
      return !this.#isHeld(hash) && (isWanted(hash) || !mentions(mentioned, hash));
    });
    this.#takeOthers(new Map(images), unknown);
    this.expectMentions(images.map(([hash]) => hash));
    return [
      ...(isNew ? [{ type: RECORD_TYPE.update, payload: update }] : []),
      ...imageRecords(images),
      ...unknown,
    ];
  }

  /**
   * Takes records that others appended to the file, each by itself. Returns the updates that brought something
   * new, and whether all were sound; `refused` when the schema gate stopped it.
   */
  takeRecords(records: readonly ScannedRecord[]): TakenRecords {
    const { images, unknown, damage, updates: sound } = readRecords(records);
    const updates: Uint8Array[] = [];
    let refused: UnknownToSchema | null = null;
    // Before the text, which may have named an image earlier and not do so any more.
    this.#expectNew(images);
    for (const { payload } of sound) {
      try {
        if (this.take(payload)) updates.push(payload);
      } catch (error) {
        if (!(error instanceof UnknownToSchema)) throw error;
        refused = error;
        break;
      }
    }
    this.#takeOthers(images, unknown);
    return { updates, isSound: damage.length === 0, refused };
  }

  /** Takes of the records of a file what belongs to the document and is not in its state. */
  takeBesides(records: readonly ScannedRecord[]): void {
    const { images, unknown, updates } = readRecords(records);
    this.#expectNew(images);
    this.#takeOthers(images, unknown);
    for (const { payload } of updates) this.noteMentions(payload);
  }

  /** The text that mentions an image which someone has just put into the file comes after it. */
  #expectNew(images: ReadonlyMap<string, StoredImage>): void {
    this.expectMentions([...images.keys()].filter((hash) => !this.#isHeld(hash)));
  }

  #takeOthers(images: ReadonlyMap<string, StoredImage>, unknown: readonly RecordContent[]): void {
    for (const [hash, image] of images) this.#hold(hash, image);
    for (const record of unknown) this.#unknown.set(keyOf(record), record);
  }

  /**
   * To be told what its file holds, after {@link takeFile}. Images that it lacks and nothing wants were removed from
   * it: they belong to the document no more. `known` is text that the document has, also where it is not taken here yet.
   */
  noteRemoved({ images }: Pick<Replayed, 'images'>, known: Uint8Array | null = null): void {
    const isWanted = this.#isWantedBy(this.state());
    for (const hash of this.#images.keys()) {
      if (images.has(hash)) continue;
      if (isWanted(hash) || (known !== null && mentions(known, hash))) this.#removed.delete(hash);
      else this.#removed.add(hash);
    }
  }

  /** The records that a file needs to hold all that this replica does. Call it after {@link noteRemoved}. */
  lackingIn({ doc, images, unknown }: Replayed): RecordContent[] {
    const there = new Set(unknown.map(keyOf));
    const isWhole = Y.equalSnapshots(Y.snapshot(this.doc), Y.snapshot(doc)) && !this.hasMissing;
    const difference = () => Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(doc));
    return [
      ...(isWhole ? [] : [{ type: RECORD_TYPE.update, payload: difference() }]),
      ...imageRecords([...this.#held()].filter(([hash]) => !images.has(hash))),
      ...[...this.#unknown].filter(([key]) => !there.has(key)).map(([, record]) => record),
    ];
  }

  /** Whether a file holds all that this replica does. It takes that into `doc`. */
  isIn({ doc, images, unknown }: Replayed): boolean {
    const there = new Set(unknown.map(keyOf));
    return (
      [...this.#held().keys()].every((hash) => images.has(hash)) &&
      [...this.#unknown.keys()].every((key) => there.has(key)) &&
      !takeUpdate(doc, this.state())
    );
  }

  /** SHA-256 of all that this replica holds, hex. */
  digest(): string {
    const hash = createHash('sha256').update(this.state());
    for (const key of [...this.#held().keys(), ...this.#unknown.keys()]) hash.update(key);
    return hash.digest('hex');
  }

  /** All records of a file written anew. */
  records(): RecordContent[] {
    return this.#recordsWith(this.#held());
  }

  /** The same without the images that were deleted. */
  recordsToKeep(): RecordContent[] {
    return this.#recordsWith(this.besides(this.state()).images);
  }

  /** What belongs to the document and is not in its state: of the images those that a later `state` of it wants. */
  besides(state: Uint8Array): Besides {
    const isWanted = this.#isWantedBy(state);
    const images = [...this.#images].filter(([hash]) => isWanted(hash));
    return { images: new Map(images), unknown: [...this.#unknown.values()] };
  }

  /** Leaves the images that the document does not mention (any more) out of what is written from now on. */
  dropUnmentionedImages(): void {
    const isWanted = this.#isWantedBy(this.state());
    for (const hash of this.#images.keys()) if (!isWanted(hash)) this.#removed.add(hash);
  }

  /**
   * Whether an image is one that a state mentions, or text on its way to it. What is missing may show any of them that
   * was not removed.
   */
  #isWantedBy(state: Uint8Array): (hash: string) => boolean {
    const { hasMissing } = this;
    return (hash) =>
      (hasMissing && !this.#removed.has(hash)) || this.#unmentioned.has(hash) || mentions(state, hash);
  }

  /** What was removed and may come back by an undo gives way. Throws HostError without room. */
  #makeRoom({ bytes: { length } }: StoredImage): void {
    if (length + sizeOf(this.#held()) > MAX_IMAGES_BYTES) throw imagesTooLarge();
    if (length + sizeOf(this.#images) <= MAX_IMAGES_BYTES) return;
    for (const hash of this.#removed) this.#images.delete(hash);
    this.#removed.clear();
  }

  #isHeld(hash: string): boolean {
    return this.#images.has(hash) && !this.#removed.has(hash);
  }

  /** The images that belong into the file. */
  #held(): ReadonlyMap<string, StoredImage> {
    return new Map([...this.#images].filter(([hash]) => !this.#removed.has(hash)));
  }

  #hold(hash: string, image: StoredImage): void {
    this.#removed.delete(hash);
    if (!this.#images.has(hash)) this.#images.set(hash, image);
  }

  #recordsWith(images: ReadonlyMap<string, StoredImage>): RecordContent[] {
    return [
      { type: RECORD_TYPE.snapshot, payload: this.state() },
      ...imageRecords(images),
      ...this.#unknown.values(),
    ];
  }

  #newIn(other: Y.Doc): Uint8Array {
    return Y.encodeStateAsUpdate(other, Y.encodeStateVector(this.doc));
  }

  #check(update: Uint8Array): void {
    const tooLarge = tooLargeUpdate(update);
    if (tooLarge !== null) throw tooLarge;
    const problem = whyMalformed(update);
    if (problem !== null) throw malformedUpdate(problem);
    const answer = this.#gate(update, this.doc);
    if (answer.kind === 'unknown') throw new UnknownToSchema(answer.what);
  }
}
