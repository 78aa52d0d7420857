import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { safeLinkAddress } from '../../../../shared/schema/linkPolicy.ts';
import { htmlOf, inertContent, isSeen } from '../../paste-html/cleanHtml.ts';
import { bytesOfDataAddress } from './dataAddress.ts';
import { imageFilesOf } from './givenFiles.ts';
import { CLOSED, type Refusal, sayRefusals, storePicture } from './insertImages.ts';
import { keepPlace, keptPlace, leavePlace } from './keptPlaces.ts';

/** A picture whose bytes stand in the HTML around it. */
interface HeldPicture {
  readonly element: HTMLImageElement;
  readonly bytes: Uint8Array<ArrayBuffer>;
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
    const bytes = /^data:image\/svg/i.test(address) ? null : bytesOfDataAddress(address);
    return bytes === null ? [] : [{ element, bytes }];
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
  else {
    goTo(editor, place, to - from);
    pasteInto(editor, content, text);
  }
  sayRefusals(refusals);
}

/** Has the HTML say a picture by what names it in the file. @returns why it is not there; null where it is */
async function storeHeld(editor: Editor, { element, bytes }: HeldPicture): Promise<Refusal | null> {
  const alt = element.getAttribute('alt')?.trim() ?? '';
  const outcome = await storePicture(editor, new File([bytes], alt || 'A picture'));
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

/** Goes back to where the paste was meant to go, unless that is still selected. */
function goTo(editor: Editor, place: number, size: number): void {
  const { state, view } = editor;
  const { position } = keptPlace(editor, place);
  const { from, to } = state.selection;
  const tr = leavePlace(state.tr, place);
  if (from !== position || to - from !== size) tr.setSelection(Selection.near(tr.doc.resolve(position)));
  view.dispatch(tr);
}

/** Pastes as if nothing were held down, and also while an input method composes. */
function pasteInto({ view }: Editor, content: DocumentFragment, text: string): void {
  const html = htmlOf(content);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/html', html);
  if (text !== '') clipboardData.setData('text/plain', text);
  view.pasteHTML(html, new ClipboardEvent('paste', { clipboardData, cancelable: true }));
}
