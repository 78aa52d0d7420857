import { HostError } from '../../../shared/contract/errors.ts';
import { imageTypeOf } from '../../../shared/document/imageType.ts';

/** Throws a HostError where bytes that come as a picture are not of the kind that they come as. */
export function assertPicture(bytes: Uint8Array, mediaType: string): void {
  if (imageTypeOf(bytes) === mediaType) return;
  throw new HostError({
    code: 'bad-argument',
    sentence: 'What was to be added is not the picture that it says it is.',
    next: 'Save it as a PNG, JPEG, GIF or WebP picture and add it again.',
  });
}
