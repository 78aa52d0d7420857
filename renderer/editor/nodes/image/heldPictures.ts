import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { LIMITS } from '../../../../shared/contract/calls.ts';
import { safeLinkAddress } from '../../../../shared/schema/linkPolicy.ts';
import { htmlOf, inertContent, isSeen, SEEN } from '../../paste-html/cleanHtml.ts';
import { asOneStep } from '../../rows/asOneStep.ts';
import { bytesOfDataAddress, bytesOfLong, isTooLongFor } from './dataAddress.ts';
import { imageFilesOf } from './givenFiles.ts';
import { CLOSED, type Refusal, sayRefusals, storePicture, tooLarge } from './insertImages.ts';
import { keepPlace, keptPlace, leavePlace } from './keptPlaces.ts';
import { pictureSize } from './pictureSize.ts';
import { withCaretKept } from './withCaretKept.ts';

/** A picture whose bytes stand in the HTML around it, in its `data:` address. */
interface HeldPicture {
  readonly element: HTMLImageElement;
  readonly address: string;
}

/**
 * Takes pasted HTML that holds the bytes of pictures: puts them into the file like a pasted file, then pastes the HTML
 * with them at the same place. Of a picture that is refused its description stays, as words.
 *
 * @returns whether it held any
 */
export function takeHeldPictures(editor: Editor, data: DataTransfer | null): boolean {
  const html = data?.getData('text/html') ?? '';
  const { selection } = editor.state;
  const { parent } = selection.$from;
  // Words alone go there.
  const isOfWords = parent.type.spec.code === true || parent.type.name === 'timelineSource';
  if (data === null || !editor.isEditable || isOfWords || !/data:/i.test(html)) return false;
  const content = inertContent(html);
  const pictures = heldIn(content);
  if (pictures.length === 0 || imageFilesOf(data).length > 0) return false;
  void pasteWith(editor, { content, pictures, text: data.getData('text/plain') });
  return true;
}

const heldIn = (content: DocumentFragment): readonly HeldPicture[] =>
  [...content.querySelectorAll('img')].filter(isSeen).flatMap((element) => {
    const address = element.getAttribute('src') ?? '';
    // Drawings are the icons of pages, and are not taken.
    return /^\s*data:(?!image\/svg)/i.test(address) ? [{ element, address }] : [];
  });

interface Paste {
  readonly content: DocumentFragment;
  readonly pictures: readonly HeldPicture[];
  readonly text: string;
}

async function pasteWith(editor: Editor, { content, pictures, text }: Paste): Promise<void> {
  const { from, to } = editor.state.selection;
  const { tr } = editor.state;
  const place = keepPlace(tr, from);
  editor.view.dispatch(tr);
  const refusals: Refusal[] = [];
  for (const picture of pictures) {
    const refusal = await storeHeld(editor, picture);
    if (refusal !== null) refusals.push(refusal);
  }
  if (editor.isDestroyed) refusals.push(CLOSED);
  else asOneStep(editor, () => atPlace(editor, place, to - from, () => pasteInto(editor, content, text)));
  sayRefusals(refusals);
}

/** Has the HTML say a picture by what names it in the file. @returns why it is not there; null where nothing is wrong */
async function storeHeld(editor: Editor, { element, address }: HeldPicture): Promise<Refusal | null> {
  const alt = element.getAttribute('alt')?.trim() ?? '';
  const name = alt || 'A picture';
  if (isTooLongFor(address, LIMITS.imageBytes)) {
    element.replaceWith(alt);
    return tooLarge(name, bytesOfLong(address));
  }
  const bytes = bytesOfDataAddress(address);
  if (bytes === null || isUnseen(bytes)) {
    element.replaceWith(bytes === null ? alt : '');
    return null;
  }
  const outcome = await storePicture(editor, new File([bytes], name));
  if (!('hash' in outcome)) {
    element.replaceWith(alt);
    return outcome;
  }
  const picture = element.ownerDocument.createElement('span');
  const href = safeLinkAddress(element.closest('a[href]')?.getAttribute('href') ?? '');
  Object.assign(picture.dataset, { node: 'image', hash: outcome.hash }, alt && { alt }, href && { href });
  element.replaceWith(picture);
  return null;
}

/** Whether a picture is there to be counted, not seen, whatever size the page gives it. */
function isUnseen(bytes: Uint8Array): boolean {
  const size = pictureSize(bytes);
  return size !== null && Math.min(size.width, size.height) < SEEN;
}

/** Pastes where it was meant to go, as many positions long. Who edits elsewhere by then keeps the caret. */
function atPlace(editor: Editor, place: number, size: number, paste: () => void): void {
  const { state, view } = editor;
  const { position } = keptPlace(editor, place);
  const { from, to } = state.selection;
  const isThere = from === position && to - from === size;
  view.dispatch(leavePlace(state.tr, place));
  if (isThere && view.hasFocus()) {
    paste();
    return;
  }
  withCaretKept(editor, () => {
    const { tr } = editor.state;
    if (!isThere) view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(position))));
    paste();
  });
}

/** Pastes as if nothing were held down, and also while an input method composes. */
function pasteInto({ view }: Editor, content: DocumentFragment, text: string): void {
  const html = htmlOf(content);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/html', html);
  if (text !== '') clipboardData.setData('text/plain', text);
  view.pasteHTML(html, new ClipboardEvent('paste', { clipboardData, cancelable: true }));
}
