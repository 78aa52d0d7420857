import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Selection, TextSelection } from '@tiptap/pm/state';
import { LIMITS } from '../../../../shared/contract/calls.ts';
import { HostError } from '../../../../shared/contract/errors.ts';
import { type ImageMediaType, imageTypeOf } from '../../../../shared/document/imageType.ts';
import { openDialog } from '../../../app/dialogs.ts';
import { callHost } from '../../../session/host.ts';
import { showToast } from '../../../ui/toast/toasts.ts';
import { sessionOf } from '../../editorContext.ts';
import { asOneStep } from '../../rows/asOneStep.ts';
import { keepPlace, keptPlace, leavePlace } from './keptPlaces.ts';
import { spotNear } from './pictureSpot.ts';

const MEGABYTE = 1024 * 1024;

/** Why a picture is not in the document, and what to do. */
export interface Refusal {
  readonly sentence: string;
  readonly next: string;
}

/** What the text says of a picture in the file. */
interface StoredPicture {
  readonly hash: string;
  readonly alt: string | null;
}

/**
 * Puts pictures into the file, then into the text, in their order, where they were meant to go, whatever is edited
 * meanwhile. A picture that is too large or of a kind that cannot be shown everywhere is refused in words, which
 * stay until they are read.
 */
export async function insertImages(editor: Editor, files: readonly File[], position: number): Promise<void> {
  const place = expectAt(editor, position);
  const stored: StoredPicture[] = [];
  const refusals: Refusal[] = [];
  for (const file of files) {
    const outcome = await storePicture(editor, file);
    if ('hash' in outcome) stored.push(outcome);
    else refusals.push(outcome);
  }
  if (!editor.isDestroyed) putAt(editor, place, stored);
  else if (stored.length > 0) refusals.push(CLOSED);
  sayRefusals(refusals);
}

/** Says in a dialog why pictures were refused, each reason once. */
export function sayRefusals(refusals: readonly Refusal[]): void {
  if (refusals.length === 0) return;
  const said = (part: keyof Refusal): string => [...new Set(refusals.map((one) => one[part]))].join(' ');
  openDialog({ kind: 'problem', sentence: said('sentence'), next: said('next') });
}

export const CLOSED: Refusal = {
  sentence: 'The postmortem was closed before the picture was in its text.',
  next: 'Open it and add the picture again.',
};

/** @param size in bytes */
export const tooLarge = (name: string, size: number): Refusal => ({
  sentence: `${name} has ${Math.ceil(size / MEGABYTE)} MB; the limit is ${LIMITS.imageBytes / MEGABYTE} MB.`,
  next: 'Save it smaller and add it again.',
});

/** Keeps the place that pictures go to, with the caret there. @returns what to ask for the place by */
function expectAt({ state, view }: Editor, position: number): number {
  const { tr } = state;
  const id = keepPlace(tr, position);
  if (tr.doc.resolve(position).parent.inlineContent) {
    tr.setSelection(TextSelection.create(tr.doc, position));
  }
  view.dispatch(tr);
  return id;
}

/** Puts a picture into the file. @returns why it was refused, where it was */
export async function storePicture(editor: Editor, file: File): Promise<StoredPicture | Refusal> {
  const { name, size } = file;
  try {
    const mediaType = await typeOf(file);
    if (mediaType === null) {
      return {
        sentence: `${name} is not a PNG, JPEG, GIF or WebP picture.`,
        next: 'Save it as one of these and add it again.',
      };
    }
    if (size > LIMITS.imageBytes) return tooLarge(name, size);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { session } = sessionOf(editor);
    const { hash } = await callHost('document.putImage', { session, bytes, mediaType });
    return { hash, alt: /^image\.\w+$/.test(name) ? null : name.replace(/\.\w+$/, '') };
  } catch (error) {
    if (error instanceof HostError) return { sentence: error.sentence, next: error.next };
    return { sentence: `${name} could not be saved.`, next: 'Add it again.' };
  }
}

/** What tells a picture stands within its first bytes. */
const HEAD = 16;

/** What a file is by its content, whatever its name says. */
async function typeOf(file: File): Promise<ImageMediaType | null> {
  return imageTypeOf(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
}

/** Puts pictures at a kept place, as one step to undo. The caret stays where it is: behind them if it was there. */
function putAt(editor: Editor, place: number, pictures: readonly StoredPicture[]): void {
  const { state, view } = editor;
  if (pictures.length === 0) {
    view.dispatch(leavePlace(state.tr, place));
    return;
  }
  const { position: meant, isGone } = keptPlace(editor, place);
  const { position, kind } = spotNear(state.doc, meant);
  const { image, paragraph } = state.schema.nodes;
  const images = pictures.map((attrs): Node => image!.create(attrs));
  const content = kind === 'words' ? images : [paragraph!.create(null, images)];
  const tr = leavePlace(state.tr.insert(position, content), place);
  const { selection } = state;
  if (selection.empty && selection.head === position) {
    tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(position)), -1));
  }
  asOneStep(editor, () => view.dispatch(tr));
  if (isGone || position !== meant) {
    showToast('The text that the picture was meant for is gone: the picture stands at the nearest place');
  }
}
