import { Malformed, UpdateCursor } from './updateCursor.ts';

interface Id {
  readonly client: number;
  readonly clock: number;
}

/** Content kinds 1 to 9 of Yjs: steps over one item's content, returns its length in clock steps. */
const CONTENT: Readonly<Record<number, (cursor: UpdateCursor) => number>> = {
  1: (cursor) => cursor.uint(),
  2: (cursor) => repeated(cursor, () => cursor.text()),
  3: (cursor) => one(cursor.skip(cursor.count(1))),
  4: (cursor) => cursor.text(),
  5: (cursor) => one(cursor.text()),
  6: (cursor) => one(cursor.text(), cursor.text()),
  7: (cursor) => one(readType(cursor)),
  8: (cursor) => repeated(cursor, () => cursor.any()),
  9: (cursor) => one(cursor.text(), cursor.any()),
};

const one = (..._read: readonly unknown[]): number => 1;

function repeated(cursor: UpdateCursor, read: () => void): number {
  const count = cursor.count(1);
  for (let n = count; n > 0; n--) read();
  return count;
}

function readType(cursor: UpdateCursor): void {
  const type = cursor.uint();
  if (type > 6) throw new Malformed('a type is not known');
  if (type === 3 || type === 5) cursor.text();
}

/** An item that refers to itself, or to what comes after it, makes Yjs throw in the middle of a transaction. */
function readEarlierId(cursor: UpdateCursor, own: Id): void {
  const client = cursor.uint();
  const clock = cursor.uint();
  if (client === own.client && clock >= own.clock) throw new Malformed('an item refers to itself');
}

/** Steps over one struct; returns its length in clock steps. */
function readStruct(cursor: UpdateCursor, own: Id): number {
  const info = cursor.byte();
  const kind = info & 0x1f;
  if (kind === 0 || kind === 10) return cursor.uint();
  const read = CONTENT[kind];
  if (read === undefined) throw new Malformed('an item is of no known kind');
  if ((info & 0x80) !== 0) readEarlierId(cursor, own);
  if ((info & 0x40) !== 0) readEarlierId(cursor, own);
  if ((info & 0xc0) === 0) {
    if (cursor.uint() === 1) cursor.text();
    else readEarlierId(cursor, own);
    if ((info & 0x20) !== 0) cursor.text();
  }
  return read(cursor);
}

function readStructs(cursor: UpdateCursor): void {
  const clients = new Set<number>();
  for (let blocks = cursor.count(3); blocks > 0; blocks--) {
    const structs = cursor.count(2);
    const client = cursor.uint();
    if (clients.has(client)) throw new Malformed('a writer occurs twice');
    clients.add(client);
    let clock = cursor.uint();
    for (let n = structs; n > 0; n--) {
      const length = readStruct(cursor, { client, clock });
      if (length === 0) throw new Malformed('an item is empty');
      clock += length;
      if (clock > Number.MAX_SAFE_INTEGER) throw new Malformed('a number is too large');
    }
  }
}

function readDeletions(cursor: UpdateCursor): void {
  for (let clients = cursor.count(2); clients > 0; clients--) {
    cursor.uint();
    for (let ranges = cursor.count(2); ranges > 0; ranges--) {
      if (cursor.uint() + cursor.uint() > Number.MAX_SAFE_INTEGER)
        throw new Malformed('a number is too large');
    }
  }
}

/**
 * Why `update` is no sound Yjs update of format V1, as a few words, or null when it is one.
 *
 * Called before `Y.applyUpdate` on everything that comes from a window, a file or a peer. It refuses counts and
 * lengths larger than the bytes left, for which Yjs would reserve memory first (an update of under 20 bytes can
 * ask it for 256 MB), and what would make Yjs throw half-way through a transaction. It allocates next to
 * nothing. The layout is that of yjs 13.6 (`UpdateDecoderV1`, `readClientsStructRefs`, `readDeleteSet`).
 */
export function malformedUpdate(update: Uint8Array): string | null {
  const cursor = new UpdateCursor(update);
  try {
    readStructs(cursor);
    readDeletions(cursor);
    if (cursor.left > 0) throw new Malformed('it goes on after its end');
    return null;
  } catch (error) {
    if (error instanceof Malformed) return error.message;
    throw error;
  }
}
