import type { Editor } from '@tiptap/core';
import { LIMITS } from '../../../../shared/contract/calls.ts';
import { HostError } from '../../../../shared/contract/errors.ts';
import { type ImageMediaType, imageTypeOf } from '../../../../shared/document/imageType.ts';
import { openDialog } from '../../../app/dialogs.ts';
import { callHost } from '../../../session/host.ts';
import { sessionOf } from '../../editorContext.ts';
import { isOnePicture } from '../../paste-html/cleanHtml.ts';

const MEGABYTE = 1024 * 1024;

/**
 * Pictures among what was pasted or dropped. Text beside them wins: a spreadsheet brings its picture along. A
 * picture that was copied from a page brings HTML that holds it and nothing else.
 */
export function imageFilesOf(data: DataTransfer | null): readonly File[] {
  if (data === null || data.types.includes('text/plain')) return [];
  if (data.types.includes('text/html') && !isOnePicture(data.getData('text/html'))) return [];
  return [...data.files].filter((file) => file.type.startsWith('image/'));
}

/** Why a picture is not in the document, and what to do. */
interface Refusal {
  readonly sentence: string;
  readonly next: string;
}

/**
 * Puts pictures into the file, then into the text. A picture that is too large or of a kind that cannot be
 * shown everywhere is refused in words, which stay until they are read.
 */
export async function insertImages(editor: Editor, files: readonly File[], position: number): Promise<void> {
  const refusals: Refusal[] = [];
  for (const file of files) {
    const refusal = await insertImage(editor, file, position);
    if (refusal !== null) refusals.push(refusal);
  }
  if (refusals.length === 0) return;
  openDialog({
    kind: 'problem',
    sentence: refusals.map(({ sentence }) => sentence).join(' '),
    next: [...new Set(refusals.map(({ next }) => next))].join(' '),
  });
}

async function insertImage(editor: Editor, file: File, position: number): Promise<Refusal | null> {
  const { name, size } = file;
  try {
    const mediaType = await typeOf(file);
    if (mediaType === null) {
      return {
        sentence: `${name} is not a PNG, JPEG, GIF or WebP picture.`,
        next: 'Save it as one of these and add it again.',
      };
    }
    if (size > LIMITS.imageBytes) {
      return {
        sentence: `${name} has ${Math.ceil(size / MEGABYTE)} MB; the limit is ${LIMITS.imageBytes / MEGABYTE} MB.`,
        next: 'Save it smaller and add it again.',
      };
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { session } = sessionOf(editor);
    const { hash } = await callHost('document.putImage', { session, bytes, mediaType });
    const at = Math.min(position, editor.state.doc.content.size);
    const alt = /^image\.\w+$/.test(name) ? null : name.replace(/\.\w+$/, '');
    editor.chain().insertContentAt(at, { type: 'image', attrs: { hash, alt } }).run();
    return null;
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
