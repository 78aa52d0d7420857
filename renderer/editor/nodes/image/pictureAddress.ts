import { HostError, type HostErrorCode } from '../../../../shared/contract/errors.ts';
import { callHost } from '../../../session/host.ts';
import type { EditedDocument } from '../../editorContext.ts';

/** How long a host that did not answer is left alone, in milliseconds: twice as long each time. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 4_000;

/** Refusals that no later answer takes back. What is not there, or in use, may be there or free by then. */
const FOR_GOOD: ReadonlySet<HostErrorCode> = new Set([
  'bad-argument',
  'damaged',
  'foreign-file',
  'newer-version',
  'too-large',
  'unsupported',
]);

const known = new WeakMap<EditedDocument, Map<string, Promise<string | null>>>();

/**
 * A `blob:` address that shows the picture of a content hash, made once a session, or null when the host says
 * that the file has no such picture, or refuses for good. While the host does not answer, it is asked again until the
 * document is closed.
 */
export function pictureAddress(session: EditedDocument, hash: string): Promise<string | null> {
  const addresses = known.get(session) ?? new Map<string, Promise<string | null>>();
  known.set(session, addresses);
  const address =
    addresses.get(hash) ??
    askUntilAnswered(session, hash).then((found) => {
      if (found === null) addresses.delete(hash);
      return found;
    });
  addresses.set(hash, address);
  return address;
}

async function askUntilAnswered(session: EditedDocument, hash: string): Promise<string | null> {
  for (let wait = FIRST_WAIT; !session.doc.isDestroyed; wait = Math.min(2 * wait, LONGEST_WAIT)) {
    try {
      const image = await callHost('document.image', { session: session.session, hash });
      if (image === null) return null;
      return URL.createObjectURL(new Blob([new Uint8Array(image.bytes)], { type: image.mediaType }));
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (FOR_GOOD.has(error.code)) return null;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return null;
}
