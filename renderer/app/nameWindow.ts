import { callHost } from '../session/host.ts';
import { windowTitle } from './windowTitle.ts';

/** Names the window after what it shows, in its frame, in the list of windows and in the browser's tab. */
export function nameWindow(name: string): void {
  document.title = windowTitle(name);
  void callHost('window.setTitle', { title: document.title });
}
