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

export function showLibrary(): void {
  location.hash = '';
  useAppStore.setState({ view: { kind: 'library' } });
}

export function showDocument(file: string): void {
  location.hash = `/document/${file}`;
  useAppStore.setState({ view: { kind: 'document', file } });
}
