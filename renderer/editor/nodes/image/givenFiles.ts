import { showToast } from '../../../ui/toast/toasts.ts';
import { isOnePicture } from '../../paste-html/cleanHtml.ts';

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
 * Says what is taken, and where, when files were pasted or dropped that are not taken here.
 * @returns whether that was so
 */
export function refuseFiles(data: DataTransfer | null, takesPictures: boolean): boolean {
  const hasPictures = imageFilesOf(data).length > 0;
  if (hasPictures && takesPictures) return false;
  if (hasPictures) showToast('Pictures go among words, as in a paragraph or an event: put them there');
  else if (hasFilesOnly(data))
    showToast('Only pictures go into the text: drop a .debrief or Markdown file to add it to the library');
  else return false;
  return true;
}

const hasFilesOnly = (data: DataTransfer | null): boolean =>
  data !== null && data.files.length > 0 && !data.types.some((type) => type.startsWith('text/'));
