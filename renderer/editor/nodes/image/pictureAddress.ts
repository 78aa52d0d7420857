import { callHost } from '../../../session/host.ts';
import type { EditedDocument } from '../../editorContext.ts';

const known = new WeakMap<EditedDocument, Map<string, Promise<string>>>();

/**
 * A `blob:` address that shows the picture of a content hash, made once a session.
 *
 * @throws Error when the file has no such picture
 */
export function pictureAddress(session: EditedDocument, hash: string): Promise<string> {
  const addresses = known.get(session) ?? new Map<string, Promise<string>>();
  known.set(session, addresses);
  const address =
    addresses.get(hash) ??
    callHost('document.image', { session: session.session, hash }).then((image) => {
      if (image === null) {
        addresses.delete(hash);
        throw new Error('The file has no such picture.');
      }
      return URL.createObjectURL(new Blob([new Uint8Array(image.bytes)], { type: image.mediaType }));
    });
  addresses.set(hash, address);
  return address;
}
