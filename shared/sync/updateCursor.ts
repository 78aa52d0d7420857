/** Values nested deeper than this are refused: lib0 reads them by recursion. */
const MAX_DEPTH = 64;

/** Thrown inside this folder only; `message` completes the sentence "The update is malformed: ...". */
export class Malformed extends Error {}

/**
 * Reads the primitives of lib0's encoding (`lib0/decoding`) without keeping or allocating what they hold.
 * Every count is compared with the bytes that are left. All methods throw {@link Malformed}.
 */
export class UpdateCursor {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new Malformed('it ends too early');
    return byte;
  }

  uint(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (value > Number.MAX_SAFE_INTEGER) throw new Malformed('a number is too large');
      if (byte < 0x80) return value;
      scale *= 128;
    }
  }

  /** A count of things of at least `least` bytes each. */
  count(least: number): number {
    const count = this.uint();
    if (count * least > this.left) throw new Malformed('it announces more than it holds');
    return count;
  }

  skip(length: number): void {
    if (length > this.left) throw new Malformed('it announces more than it holds');
    this.#at += length;
  }

  /** Steps over a string and returns its length in UTF-16 units, which is how Yjs counts it. */
  text(): number {
    const end = this.count(1) + this.#at;
    let units = 0;
    for (; this.#at < end; this.#at++) {
      const byte = this.#bytes[this.#at]!;
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
    }
    return units;
  }

  /** Steps over one value of lib0's `readAny`. */
  any(depth = 0): void {
    if (depth > MAX_DEPTH) throw new Malformed('its values are nested too deeply');
    const kind = this.byte();
    if (kind === 127 || kind === 126 || kind === 121 || kind === 120) return;
    if (kind === 125) this.#int();
    else if (kind === 124) this.skip(4);
    else if (kind === 123 || kind === 122) this.skip(8);
    else if (kind === 119) this.text();
    else if (kind === 118) this.#object(depth);
    else if (kind === 117) for (let n = this.count(1); n > 0; n--) this.any(depth + 1);
    else if (kind === 116) this.skip(this.count(1));
    else throw new Malformed('a value is of no known kind');
  }

  #object(depth: number): void {
    for (let n = this.count(2); n > 0; n--) {
      this.#key();
      this.any(depth + 1);
    }
  }

  #int(): void {
    for (let read = 0; read < 9; read++) if (this.byte() < 0x80) return;
    throw new Malformed('a number is too large');
  }

  /** lib0 sets keys by assignment: this one would change the object's prototype. */
  #key(): void {
    const length = this.count(1);
    const key = this.#bytes.subarray(this.#at, this.#at + length);
    if (length === 9 && String.fromCharCode(...key) === '__proto__')
      throw new Malformed('a key is not allowed');
    this.#at += length;
  }
}
