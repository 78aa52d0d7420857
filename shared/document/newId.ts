import { uint32 } from 'lib0/random';

/** A hidden id of a row, why or action: 12 letters and digits (60 random bits), unique without asking anyone. */
export function newId(): string {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  let id = '';
  for (let place = 0; place < 12; place += 1) id += alphabet[uint32() & 31];
  return id;
}
