import { create } from 'zustand';
import type { CallOutput } from '../../shared/contract/calls.ts';

export type View = { readonly kind: 'library' } | { readonly kind: 'document'; readonly file: string };

interface AppState {
  /** What the host said of itself; null until it has answered. */
  readonly about: CallOutput<'app.describe'> | null;
  readonly view: View;
}

export const useAppStore = create<AppState>(() => ({ about: null, view: viewOf(location.hash) }));

/** The view that an address names: a reloaded window shows again what it showed. */
function viewOf(hash: string): View {
  const file = /^#\/document\/([A-Za-z0-9_-]+)$/.exec(hash)?.[1];
  return file === undefined ? { kind: 'library' } : { kind: 'document', file };
}

/** The address of a document in this app, or of the library; relative to the page. */
export const addressOf = (file: string | null): string =>
  file === null ? location.pathname : `${location.pathname}#/document/${file}`;

/** Follows the address: the browser's Back and Forward go from page to page. @returns stops following */
export function followAddress(): () => void {
  const follow = (): void => {
    const view = viewOf(location.hash);
    const shown = useAppStore.getState().view;
    if (JSON.stringify(view) !== JSON.stringify(shown)) useAppStore.setState({ view });
  };
  window.addEventListener('hashchange', follow);
  return () => window.removeEventListener('hashchange', follow);
}

export function showLibrary(): void {
  location.hash = '';
  useAppStore.setState({ view: { kind: 'library' } });
}

export function showDocument(file: string): void {
  location.hash = `/document/${file}`;
  useAppStore.setState({ view: { kind: 'document', file } });
}
