import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SEED } from '../../../shared/testing/seed.testkit.ts';
import { encodeFile, newHeader } from '../createFile.ts';
import { crc32c } from './crc32c.ts';
import { encodeHeader, HEADER_BYTES, MAGIC, readHeader } from './header.ts';
import { encodeImagePayload, readImagePayload } from './imagePayload.ts';
import { MAX_PAYLOAD_BYTES } from './limits.ts';
import { documentKey, encodeRecord, RECORD_HEADER_BYTES, RECORD_TYPE, readRecordHeader } from './record.ts';
import { scanRecords } from './scanRecords.ts';

const ID = 'b0f5c6d2-51f3-4b9e-9a0e-3f6f1c9f2a11';
const KEY = documentKey(ID);
const HEADER = {
  formatVersion: 1,
  oldestReader: 1,
  generation: '0123456789abcdef',
  firstSequence: 42,
  documentId: ID,
};

/** A file that was worked out by hand from docs/file-format.md: one update record with the payload 00 00. */
const BY_HAND = [
  '89444252460d0a1a', // FF-1 magic
  '0100', // FF-3 format version 1
  '0100', // FF-3 oldest reader 1
  '6000', // FF-2 the header has 96 bytes
  '0000',
  'efcdab8967452301', // FF-5 generation
  '2a00000000000000', // FF-14 first sequence number 42
  '02', // FF-4 the id has 2 bytes
  `7831${'00'.repeat(57)}`,
];

describe('the header', () => {
  test('FF-1 to FF-5 it is written byte for byte as the specification says', () => {
    const bytes = encodeHeader({ ...HEADER, documentId: 'x1' });
    expect(Buffer.from(bytes.subarray(0, 92)).toString('hex')).toBe(BY_HAND.join(''));
    expect(new DataView(bytes.buffer).getUint32(92, true)).toBe(crc32c(bytes.subarray(0, 92)));
    expect(bytes.length).toBe(HEADER_BYTES);
  });

  test('FF-2 it reads back, and one changed bit anywhere in it is noticed', () => {
    const bytes = encodeHeader(HEADER);
    expect(readHeader(bytes)).toEqual({ kind: 'header', header: HEADER });
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = bytes.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(readHeader(changed).kind).not.toBe('header');
    }
  });

  test('FF-3 a file for newer readers is told from a damaged one, and a newer writer alone is not in the way', () => {
    const newer = encodeHeader({ ...HEADER, formatVersion: 3, oldestReader: 2 });
    expect(readHeader(newer)).toEqual({ kind: 'newer', formatVersion: 3, oldestReader: 2 });
    const readable = encodeHeader({ ...HEADER, formatVersion: 3 });
    expect(readHeader(readable)).toMatchObject({ kind: 'header', header: { formatVersion: 3 } });
  });

  test('FF-1 what begins with something else is foreign; a beginning of ours that ends too soon is damaged', () => {
    expect(readHeader(new TextEncoder().encode('# Postmortem'.repeat(20))).kind).toBe('foreign');
    for (let length = 1; length <= MAGIC.length; length += 1) {
      expect(readHeader(MAGIC.subarray(0, length)).kind).toBe('damaged');
    }
    expect(readHeader(Uint8Array.of(0x89, 0x50)).kind).toBe('foreign');
  });

  test('FF-4 an id of other letters, or too long, is refused', () => {
    for (const documentId of ['', 'a b', 'ä', '../x', 'x'.repeat(60)]) {
      expect(() => encodeHeader({ ...HEADER, documentId })).toThrow(RangeError);
    }
  });
});

test('FF-9 FF-11 the example in docs/file-format.md reads as it says there', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/file-format.md'), 'utf8');
  const digits = [...page.matchAll(/^[0-9a-f]{4} {2}((?:[0-9a-f]{2} ?)+)$/gm)]
    .map(([, hex = '']) => hex)
    .join('');
  const bytes = new Uint8Array(Buffer.from(digits.replaceAll(' ', ''), 'hex'));
  const reading = readHeader(bytes);
  expect(reading).toMatchObject({ kind: 'header', header: { documentId: 'x1', firstSequence: 42 } });
  const { records, damage, tail } = scanRecords(bytes, HEADER_BYTES, documentKey('x1'), 42);
  expect([damage, tail]).toEqual([[], null]);
  expect(records.map(({ type, sequence }) => [type, sequence])).toEqual([
    [RECORD_TYPE.headerCopy, 42],
    [RECORD_TYPE.update, 43],
  ]);
  expect(records[0]?.payload).toEqual(bytes.subarray(0, HEADER_BYTES));
});

describe('a record', () => {
  test('FF-6 to FF-8 it is written byte for byte as the specification says', () => {
    const bytes = encodeRecord({ type: RECORD_TYPE.update, payload: Uint8Array.of(0, 0) }, 258, KEY);
    const view = new DataView(bytes.buffer);
    expect(Buffer.from(bytes.subarray(0, 20)).toString('hex')).toBe(
      ['f7524543', '02000000', '02', '000000', '0201000000000000'].join(''),
    );
    expect(view.getUint32(20, true)).toBe(crc32c(new TextEncoder().encode(ID)));
    expect(view.getUint32(24, true)).toBe(crc32c(Uint8Array.of(0, 0)));
    expect(view.getUint32(28, true)).toBe(crc32c(bytes.subarray(0, 28)));
    expect(bytes.length).toBe(RECORD_HEADER_BYTES + 2);
  });

  test('FF-12 a payload over the limit is not written', () => {
    const payload = new Uint8Array(MAX_PAYLOAD_BYTES + 1);
    expect(() => encodeRecord({ type: 2, payload }, 0, KEY)).toThrow(RangeError);
  });

  test('FF-24 an image payload reads back, and one that is too short is none', () => {
    const hash = 'ab'.repeat(32);
    const payload = encodeImagePayload(hash, 'image/webp', Uint8Array.of(1, 2));
    expect(readImagePayload(payload)).toMatchObject({ hash, mediaType: 'image/webp' });
    expect(readImagePayload(payload.subarray(0, 40))).toBeNull();
  });
});

describe('reading records', () => {
  const contents = fc.array(fc.record({ type: fc.nat(255), payload: fc.uint8Array({ maxLength: 90 }) }), {
    minLength: 1,
    maxLength: 12,
  });
  const fileOf = (records: { type: number; payload: Uint8Array }[]) =>
    new Uint8Array(encodeFile(newHeader(ID, 5), records));

  test('FF-10 what is written reads back, records of unknown types too', () => {
    fc.assert(
      fc.property(contents, (records) => {
        const scan = scanRecords(fileOf(records), HEADER_BYTES, KEY, 5);
        expect(
          scan.records.slice(1).map(({ type, payload }) => ({ type, payload: new Uint8Array(payload) })),
        ).toEqual(records);
        expect(scan).toMatchObject({ damage: [], tail: null, lastSequence: 5 + records.length });
      }),
      { seed: SEED },
    );
  });

  test('FF-16 a file that is cut anywhere gives every record before the cut, and the rest as its tail', () => {
    fc.assert(
      fc.property(contents, fc.nat(), (records, at) => {
        const bytes = fileOf(records);
        const whole = scanRecords(bytes, HEADER_BYTES, KEY, 5).records;
        const cut = HEADER_BYTES + (at % (bytes.length - HEADER_BYTES));
        const scan = scanRecords(bytes.slice(0, cut), HEADER_BYTES, KEY, 5);
        const kept = whole.filter(({ end }) => end <= cut);
        expect(scan.records.map(({ offset }) => offset)).toEqual(kept.map(({ offset }) => offset));
        const end = kept.at(-1)?.end ?? HEADER_BYTES;
        expect(scan.tail).toEqual(end === cut ? null : { offset: end, length: cut - end });
        expect(scan.damage).toEqual([]);
      }),
      { seed: SEED },
    );
  });

  test('FF-17 one record that is overwritten hides no other, and is named by its place', () => {
    fc.assert(
      fc.property(contents, fc.nat(), fc.integer({ min: 1, max: 255 }), (records, which, xor) => {
        const bytes = fileOf(records);
        const whole = scanRecords(bytes, HEADER_BYTES, KEY, 5).records;
        const spoiled = whole[which % (whole.length - 1)]!;
        for (let i = spoiled.offset; i < spoiled.end; i++) bytes[i]! ^= xor;
        const scan = scanRecords(bytes, HEADER_BYTES, KEY, 5);
        expect(scan.records.map(({ sequence }) => sequence)).toEqual(
          whole.filter((record) => record !== spoiled).map(({ sequence }) => sequence),
        );
        expect(scan.damage).toEqual([
          { kind: 'bytes', offset: spoiled.offset, length: spoiled.end - spoiled.offset },
          { kind: 'missing', from: spoiled.sequence, to: spoiled.sequence },
        ]);
      }),
      { seed: SEED },
    );
  });

  test('FF-12 a record that declares 2 GB is damage, however right its checksum is, and reserves nothing', () => {
    const bytes = fileOf([
      { type: 2, payload: Uint8Array.of(0, 0) },
      { type: 2, payload: Uint8Array.of(0, 0) },
    ]);
    const [, second, third] = scanRecords(bytes, HEADER_BYTES, KEY, 5).records;
    const view = new DataView(bytes.buffer, second!.offset);
    view.setUint32(4, 2 ** 31, true);
    view.setUint32(28, crc32c(bytes.subarray(second!.offset, second!.offset + 28)), true);
    const scan = scanRecords(bytes, HEADER_BYTES, KEY, 5);
    expect(scan.records.map(({ sequence }) => sequence)).toEqual([5, third!.sequence]);
    expect(scan.damage).toMatchObject([{ kind: 'record', sequence: 6, what: 'too-large' }]);
  });

  test('FF-14 a number that two writers used is no damage, and order does not matter', () => {
    const record = (sequence: number) =>
      encodeRecord({ type: 2, payload: Uint8Array.of(sequence, 0) }, sequence, KEY);
    const bytes = new Uint8Array(Buffer.concat([5, 6, 8, 7, 6, 9].map(record)));
    expect(scanRecords(bytes, 0, KEY, 5)).toMatchObject({ damage: [], tail: null, lastSequence: 9 });
    expect(scanRecords(bytes, 0, KEY, 3).damage).toEqual([{ kind: 'missing', from: 3, to: 4 }]);
  });

  test('FF-8 a record of another document is not taken for ours', () => {
    const stranger = encodeRecord({ type: 2, payload: Uint8Array.of(0, 0) }, 6, documentKey('other'));
    const scan = scanRecords(stranger, 0, KEY, 6);
    expect(scan.records).toEqual([]);
    expect(scan.damage).toMatchObject([{ kind: 'record', what: 'other-document' }]);
  });

  test('a file of nothing but record headers that claim everything behind them is read in a moment', () => {
    const count = 20_000;
    const bytes = new Uint8Array(count * RECORD_HEADER_BYTES);
    for (let n = 0; n < count; n++) {
      const header = encodeRecord({ type: 2, payload: new Uint8Array() }, n, KEY);
      const view = new DataView(header.buffer);
      view.setUint32(4, bytes.length - (n + 1) * RECORD_HEADER_BYTES, true);
      view.setUint32(28, crc32c(header.subarray(0, 28)), true);
      bytes.set(header, n * RECORD_HEADER_BYTES);
    }
    expect(readRecordHeader(bytes, 0)).not.toBeNull();
    const start = performance.now();
    scanRecords(bytes, 0, KEY, 0);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
