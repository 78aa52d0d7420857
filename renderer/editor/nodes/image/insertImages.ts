import type { Editor } from '@tiptap/core';
import { LIMITS } from '../../../../shared/contract/calls.ts';
import { HostError } from '../../../../shared/contract/errors.ts';
import { callHost } from '../../../session/host.ts';
import { showToast } from '../../../ui/toast/toasts.ts';
import { sessionOf } from '../../editorContext.ts';
import { isOnePicture } from '../../paste-html/cleanHtml.ts';

const TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
type ImageType = (typeof TYPES)[number];

const isImageType = (type: string): type is ImageType => TYPES.includes(type as ImageType);

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

/**
 * Puts pictures into the file, then into the text. A picture that is too large or of a kind that cannot be
 * shown everywhere is refused in words.
 */
export async function insertImages(editor: Editor, files: readonly File[], position: number): Promise<void> {
  const session = sessionOf(editor);
  for (const file of files) {
    const { type: mediaType } = file;
    if (!isImageType(mediaType)) {
      showToast(`${file.name}: a picture must be PNG, JPEG, GIF or WebP`);
      continue;
    }
    if (file.size > LIMITS.imageBytes) {
      showToast(
        `${file.name} has ${Math.ceil(file.size / MEGABYTE)} MB; the limit is ${LIMITS.imageBytes / MEGABYTE} MB`,
      );
      continue;
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { hash } = await callHost('document.putImage', { session: session.session, bytes, mediaType });
      const at = Math.min(position, editor.state.doc.content.size);
      const alt = /^image\.\w+$/.test(file.name) ? null : file.name.replace(/\.\w+$/, '');
      editor.chain().insertContentAt(at, { type: 'image', attrs: { hash, alt } }).run();
    } catch (error) {
      showToast(
        error instanceof HostError ? `${error.sentence} ${error.next}` : 'The picture could not be saved.',
      );
    }
  }
}
