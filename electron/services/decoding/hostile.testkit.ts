import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeUint8,
  writeVarString,
  writeVarUint,
} from 'lib0/encoding';

/** Yjs's signs for what an item holds and where it is tied to (yjs 13.6, `Item.write`). */
const GC = 0;
const TEXT = 4;
const HAS_RIGHT_ORIGIN = 0x40;

function update(write: (encoder: Encoder) => void): Uint8Array {
  const encoder = createEncoder();
  write(encoder);
  writeVarUint(encoder, 0);
  return toUint8Array(encoder);
}

const numbers = (encoder: Encoder, ...values: readonly number[]): void => {
  for (const value of values) writeVarUint(encoder, value);
};

/** So many structs of two bytes each, for every one of which Yjs makes objects of a hundred bytes and more. */
export const manyStructs = (count: number): Uint8Array =>
  update((encoder) => {
    numbers(encoder, 1, count, 1, 0);
    for (let n = 0; n < count; n++) {
      writeUint8(encoder, GC);
      writeVarUint(encoder, 1);
    }
  });

/**
 * So many writers who each put one letter before another letter of one text, knowing nothing of each other: Yjs
 * walks over all of the others for each.
 */
export const conflicting = (writers: number): Uint8Array =>
  update((encoder) => {
    const base = writers + 5;
    numbers(encoder, writers + 1, 1, base, 0);
    writeUint8(encoder, TEXT);
    writeVarUint(encoder, 1);
    writeVarString(encoder, 'text');
    writeVarString(encoder, 'a'.repeat(writers));
    for (let n = 0; n < writers; n++) {
      numbers(encoder, 1, writers - n, 0);
      writeUint8(encoder, TEXT | HAS_RIGHT_ORIGIN);
      numbers(encoder, base, n);
      writeVarString(encoder, 'b');
    }
  });
