import type { EditedDocument } from '../../editorContext.ts';
import { pictureAddress } from './pictureAddress.ts';

/** The attributes of a picture in the document. */
export type PictureAttrs = Readonly<Record<string, unknown>>;

/** What stands where a picture is: the picture itself, or words. */
export type ShownPicture =
  | { readonly kind: 'picture'; readonly address: string }
  | { readonly kind: 'words'; readonly words: string };

/**
 * Shows a picture of the file once its host has given it, and words before that; one that is elsewhere, or whose
 * bytes are not there, is described. `show` is called at once, and again with what the host answers.
 *
 * @returns the function that ends it
 */
export function showPicture(
  document: EditedDocument | null,
  attrs: PictureAttrs,
  show: (shown: ShownPicture) => void,
): () => void {
  const name = `Picture: ${String(attrs.alt ?? '') || 'no description'}`;
  const say = (words: string): void => show({ kind: 'words', words });
  if (typeof attrs.hash !== 'string') {
    say(`${name}. ${whyAbsent(attrs.address)}`);
    return () => undefined;
  }
  let isWanted = true;
  say(name);
  if (document !== null) {
    void pictureAddress(document, attrs.hash).then((address) => {
      if (!isWanted) return;
      if (address === null) say(`${name}. Its bytes are not in this file.`);
      else show({ kind: 'picture', address });
    });
  }
  return () => {
    isWanted = false;
  };
}

const FROM_NETWORK = /^(?:https?:)?\/\//i;

/** An address without a scheme is that of a file, which an import looks for beside the Markdown. */
function whyAbsent(address: unknown): string {
  if (typeof address !== 'string' || address === '') return 'It has no address.';
  if (FROM_NETWORK.test(address)) return `Not loaded from the network: ${address}.`;
  return `It is not in this file, and was not found at ${address}.`;
}
