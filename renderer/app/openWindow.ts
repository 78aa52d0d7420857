import { callHost } from '../session/host.ts';
import { addressOf, useAppStore } from '../stores/appStore.ts';

/** Opens another window on a document, or on the library. A browser opens its own; this page asks it to. */
export function openWindow(file: string | null): void {
  if (useAppStore.getState().about?.host === 'browser') window.open(addressOf(file), '_blank', 'noopener');
  else void callHost('window.open', { file });
}
