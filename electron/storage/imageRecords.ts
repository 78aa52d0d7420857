import { encodeImagePayload } from './format/imagePayload.ts';
import { RECORD_TYPE, type RecordContent } from './format/record.ts';
import type { Image } from './readRecords.ts';

/** The records that hold these images, which are given by their hashes. */
export const imageRecords = (images: Iterable<readonly [string, Image]>): RecordContent[] =>
  [...images].map(([hash, { bytes, mediaType }]) => ({
    type: RECORD_TYPE.image,
    payload: encodeImagePayload(hash, mediaType, bytes),
  }));
