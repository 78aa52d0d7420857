import type * as Y from 'yjs';
import type { HostErrorValue } from '../../../shared/contract/errors.ts';
import type { Notice } from '../../../shared/contract/notice.ts';
import type { SaveState } from '../../../shared/contract/saveState.ts';
import type { Holder } from '../../storage/claimSocket.ts';
import type { FileSystem } from '../../storage/fileSystem.ts';
import type { RecordContent } from '../../storage/format/record.ts';
import type { Permissions } from '../../storage/permissions.ts';
import type { TryUpdates } from '../../storage/vet.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Whether an update holds only what this version of the schema knows. `what` names the unknown thing; `doc` is the
 * document that the update is for, where it is not the whole of it.
 */
export type SchemaGate = (update: Uint8Array, doc: Y.Doc | null) => GateAnswer;
export type GateAnswer = { readonly kind: 'ok' } | { readonly kind: 'unknown'; readonly what: string };

/** Why something cannot be done and what to do instead, in words for a person. */
export type Reason = Pick<HostErrorValue, 'sentence' | 'next'>;

export interface StoredImage {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

export interface OpenDocumentListener {
  /** A change. `from` is what the `push` was given that brought it; null when it came from the file. */
  update(update: Uint8Array, from: unknown): void;
  saveState(state: SaveState): void;
  notice?(notice: Notice): void;
  /** {@link OpenDocument.realPath} is another now: a link was turned. */
  moved?(): void;
  /** The file that is read along is gone, or it was replaced or written over: it may lack what was saved in it. */
  inDoubt?(): void;
  /** Another process holds the file that the path leads to now; see {@link OwnDocument.letGo}. */
  displaced?(holder: Holder): void;
  /** The file is free: the document is closed, or has let go of it. */
  freed?(): void;
}

/** What a document looked like when it was opened. */
export interface Opening {
  /** Set when nothing may be written: the reason. */
  readonly readOnly: Reason | null;
  /** The process that writes the file, when that is why this one may not; as the last {@link OpenDocument.retry} found. */
  readonly heldBy: Holder | null;
  /** Text that the file still holds but the document cannot show, because something before it is missing. */
  readonly recoveredText: readonly string[];
  readonly notices: readonly Notice[];
}

/** One `.debrief` file that is open: a Y.Doc held by the host, and the file behind it. */
export interface OpenDocument {
  readonly documentId: string;
  /** As the person names it; it may be a symbolic link. */
  readonly path: string;
  /** Where the file is that is written or read along: without symbolic links. A link that is removed leaves it there. */
  readonly realPath: string;
  readonly opening: Opening;
  /** Whether this process has the right to write the file, and is not letting go of it. */
  readonly holdsFile: boolean;
  /** The whole document as one Yjs update, format V1. */
  state(): Uint8Array;
  /**
   * Takes one update (format V1): of the window `from`, or null for what a copy holds, which is no reason to close the
   * document when it is refused. Resolves when fsync has returned on the file that the path still
   * names; while the disk refuses, it waits. Rejects with HostError when the update is malformed, is not known
   * to the schema, or the document is read-only.
   */
  push(update: Uint8Array, from: unknown): Promise<void>;
  /** Resolves like {@link push}, with the SHA-256 of the bytes as 64 hex digits. */
  putImage(bytes: Uint8Array, mediaType: string): Promise<string>;
  image(hash: string): StoredImage | null;
  /** Takes a record of a type that this version does not know, as it is (FF-10). Resolves like {@link push}. */
  putUnknown(record: RecordContent): Promise<void>;
  saveState(): SaveState;
  /** Returns the function that ends it. */
  subscribe(listener: OpenDocumentListener): () => void;
  /**
   * Tries at once what is tried again and again anyway; takes over a free file. A deleted file is written anew,
   * unless one that reads along is to leave it. Rejects when such a one finds a file that it cannot take.
   */
  retry(whenGone?: 'write' | 'leave'): Promise<void>;
  /** Looks at the file now, as after a watcher's event. For a window that comes to the front. */
  lookOutside(): Promise<void>;
  /**
   * Writes the file anew without the history of edits. A damaged file is kept aside as it was before that, and gets
   * `known` too, an update with what a window has of the document. Resolves with the path where it is kept, or null.
   * Rejects, and leaves the file as it is, where nothing of the document is known.
   */
  compact(known?: Uint8Array | null): Promise<string | null>;
  /**
   * Compacts, drops images that nothing shows any more, and removes what is kept aside of the document. A damaged
   * file is only compacted: nobody knows what its unreadable parts hold. Resolves like {@link compact}.
   */
  removeDeletedText(): Promise<string | null>;
  /** Saves what is unsaved, compacts, lets go of the file. Rejects when edits had to be kept elsewhere. */
  close(): Promise<void>;
}

/** What belongs to a document beside its text. */
export interface Besides {
  /** By SHA-256, 64 hex digits. */
  readonly images: ReadonlyMap<string, StoredImage>;
  /** Records of types that this version does not know (FF-10). */
  readonly unknown: readonly RecordContent[];
}

/** A document that this process opened by itself, and does not only have at second hand. */
export interface OwnDocument extends OpenDocument {
  /**
   * Whether something else was found in place of the file that it reads along, and no copy has the document either, as
   * it is now. `known` is as in {@link OwnDocument.retry}.
   */
  isInNoFile(known: Uint8Array): Promise<boolean>;
  /** What belongs to a `state` of the document that others may have changed: pictures that it does not name do not. */
  besides(state: Uint8Array): Besides;
  /** To be told of a picture that is in the file by way of another process: the text is about to name it. */
  expectMention(hash: string): void;
  /** To be told of text that came by another way than its file. */
  noteMentions(update: Uint8Array): void;
  /**
   * As {@link OpenDocument.retry}. `known` is an update with what the document holds by other ways than its file: the
   * copy beside the file has it, when the file that is there now cannot take it.
   */
  retry(whenGone?: 'write' | 'leave', known?: Uint8Array): Promise<void>;
  /**
   * Lets others write the file that it holds, since `holder` has the one that the path leads to now, and reads along
   * there until a {@link retry} makes it the writer. What waits to be saved is rejected with {@link LetGo}.
   */
  letGo(holder: Holder): Promise<void>;
}

export interface OpenRequest {
  readonly fs: FileSystem;
  readonly path: string;
  /** Where the ledger and what is kept aside live. */
  readonly dataFolder: string;
  readonly gate: SchemaGate;
  /** Tries out what this device did not write itself; without it, everything is trusted. */
  readonly tryUpdates?: TryUpdates;
  /** How this process calls itself to another that wants the same file; "Debrief" if not given. */
  readonly label?: string;
  /** Where this process can be reached to go on with the file there (the loopback host), if anywhere. */
  readonly address?: string;
  /** The machine's, if not given. */
  readonly surroundings?: Surroundings;
}

export interface CreateRequest extends OpenRequest {
  /** 1 to 59 of A-Z a-z 0-9 _ - */
  readonly documentId: string;
  /** The first state, a Yjs update of format V1. */
  readonly initial: Uint8Array;
  /** The images that the state mentions, by SHA-256, 64 hex digits; each at most MAX_IMAGE_BYTES. */
  readonly images?: Iterable<readonly [string, StoredImage]>;
  /** What a new file gets, if not given. */
  readonly permissions?: Permissions | undefined;
}
