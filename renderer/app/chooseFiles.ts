import { callHost } from '../session/host.ts';
import { showDocument, useAppStore } from '../stores/appStore.ts';
import { refusalOf } from './bringIn.ts';
import { fileKind } from './fileKind.ts';
import { bringInAndShow, showBroughtIn } from './showBroughtIn.ts';

/** Markdown, and the pictures that may come with it. */
const TEXTS = '.md,.markdown,.txt,.png,.jpg,.jpeg,.gif,.webp';

/**
 * Lets the person choose a file and opens it: in the desktop by the system's dialog, where a `.debrief` file
 * is opened in its own place; in a browser by its own, which hands over a copy for the library.
 */
export function chooseFile(kinds: 'any' | 'markdown'): void {
  if (useAppStore.getState().about?.host === 'desktop') void chooseInDesktop();
  else chooseInBrowser(kinds === 'any' ? `.debrief,${TEXTS}` : TEXTS);
}

async function chooseInDesktop(): Promise<void> {
  try {
    const { file, name, notes } = await callHost('library.chooseFile', {});
    if (file === null) return;
    if (fileKind(name) === 'debrief') showDocument(file);
    else showBroughtIn([{ kind: 'imported', name, file, notes }]);
  } catch (error) {
    showBroughtIn([refusalOf('The file', error)]);
  }
}

function chooseInBrowser(accept: string): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = true;
  input.addEventListener('change', () => void bringInAndShow([...(input.files ?? [])]));
  input.click();
}
