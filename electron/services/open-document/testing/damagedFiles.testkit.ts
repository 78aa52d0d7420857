import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { encodeFile, newHeader } from '../../../storage/createFile.ts';
import { HEADER_BYTES } from '../../../storage/format/header.ts';
import { encodeImagePayload } from '../../../storage/format/imagePayload.ts';
import { documentKey, RECORD_TYPE, type RecordContent } from '../../../storage/format/record.ts';
import { type ScannedRecord, scanRecords } from '../../../storage/format/scanRecords.ts';
import type { Draw } from '../../../storage/testing/powerCut.testkit.ts';

/** A sound file whose records are known, and which words stand in which. */
export interface SampleFile {
  readonly bytes: Uint8Array;
  readonly records: readonly ScannedRecord[];
  /** The words that a record, given by its sequence number, brings. */
  readonly wordsOf: (sequence: number) => readonly string[];
}

const DOCUMENT_ID = 'damaged-1';
const FIRST_SEQUENCE = 7;

/** Two people who type words, each after the other's, with a snapshot, an image and an unknown record between. */
export function sampleFile(): SampleFile {
  const people = [new Y.Doc(), new Y.Doc()] as const;
  people[0].clientID = 11;
  people[1].clientID = 12;
  const records: RecordContent[] = [];
  const words: string[][] = [[]];
  const add = (record: RecordContent, brings: readonly string[]) => {
    records.push(record);
    words.push([...brings]);
  };
  const typed: string[] = [];
  const type = (n: number) => {
    const word = `word${String(n).padStart(3, '0')}`;
    const person = people[n % 5 === 0 ? 1 : 0];
    const before = Y.encodeStateVector(person);
    person.getText('text').insert(person.getText('text').length, `${word} `);
    const update = Y.encodeStateAsUpdate(person, before);
    for (const other of people) Y.applyUpdate(other, update);
    typed.push(word);
    add({ type: RECORD_TYPE.update, payload: update }, [word]);
  };
  for (let n = 0; n < 20; n++) type(n);
  const picture = new TextEncoder().encode('a picture');
  const hash = createHash('sha256').update(picture).digest('hex');
  add({ type: RECORD_TYPE.image, payload: encodeImagePayload(hash, 'image/png', picture) }, []);
  add({ type: RECORD_TYPE.snapshot, payload: Y.encodeStateAsUpdate(people[0]) }, [...typed]);
  for (let n = 20; n < 30; n++) type(n);
  add({ type: 200, payload: new TextEncoder().encode('of a later version') }, []);
  for (let n = 30; n < 40; n++) type(n);
  const bytes = new Uint8Array(
    encodeFile({ ...newHeader(DOCUMENT_ID, FIRST_SEQUENCE), generation: '00112233445566aa' }, records),
  );
  return {
    bytes,
    records: scanRecords(bytes, HEADER_BYTES, documentKey(DOCUMENT_ID), FIRST_SEQUENCE).records,
    wordsOf: (sequence) => words[sequence - FIRST_SEQUENCE] ?? [],
  };
}

/** Whether the bytes hold this record of the sample as it was written. */
export const isWhole = (sample: SampleFile, bytes: Uint8Array, { offset, end }: ScannedRecord): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from(sample.bytes.subarray(offset, end)),
  );

/** The words of all records of the sample that are whole in `bytes`. */
export const wordsInWholeRecords = (sample: SampleFile, bytes: Uint8Array): Set<string> =>
  new Set(
    sample.records
      .filter((record) => isWhole(sample, bytes, record))
      .flatMap(({ sequence }) => sample.wordsOf(sequence)),
  );

export interface Corruption {
  readonly what: string;
  readonly bytes: Uint8Array;
}

const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** One record left out. */
export function withoutRecord({ bytes }: SampleFile, { offset, end, sequence }: ScannedRecord): Corruption {
  return { what: `record ${sequence} dropped`, bytes: join(bytes.subarray(0, offset), bytes.subarray(end)) };
}

/** One of the things that disks, memory and people do to files, at a place that is drawn. */
export function corrupted({ bytes, records }: SampleFile, draw: Draw): Corruption {
  const at = draw(bytes.length);
  const length = 1 + draw(Math.min(200, bytes.length - at));
  const record = () => records[draw(records.length)]!;
  switch (draw(9)) {
    case 0: {
      const changed = bytes.slice();
      changed[at]! ^= 1 << draw(8);
      return { what: `bit of byte ${at} flipped`, bytes: changed };
    }
    case 1: {
      const changed = bytes.slice();
      for (let i = at; i < at + length; i++) changed[i] = draw(256);
      return { what: `bytes ${at} to ${at + length - 1} overwritten`, bytes: changed };
    }
    case 2: {
      const changed = bytes.slice();
      changed.fill(0, at, at + length);
      return { what: `bytes ${at} to ${at + length - 1} zeroed`, bytes: changed };
    }
    case 3:
      return { what: `cut at byte ${at}`, bytes: bytes.slice(0, at) };
    case 4:
      return {
        what: `bytes ${at} to ${at + length - 1} taken out`,
        bytes: join(bytes.subarray(0, at), bytes.subarray(at + length)),
      };
    case 5: {
      const noise = Uint8Array.from({ length }, () => draw(256));
      return {
        what: `${length} bytes put in at ${at}`,
        bytes: join(bytes.subarray(0, at), noise, bytes.subarray(at)),
      };
    }
    case 6: {
      const { offset, end } = record();
      const twice = join(bytes.subarray(0, end), bytes.subarray(offset));
      return { what: `bytes ${offset} to ${end - 1} doubled`, bytes: twice };
    }
    case 7: {
      const changed = bytes.slice();
      new DataView(changed.buffer).setUint32(record().offset + 4, 2 ** 31, true);
      return { what: 'a record declares 2 GB', bytes: changed };
    }
    default: {
      const noise = Uint8Array.from({ length }, () => draw(256));
      return { what: `${length} bytes at the end`, bytes: join(bytes, noise) };
    }
  }
}
