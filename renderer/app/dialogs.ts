import { createStore } from 'zustand/vanilla';
import type { FileReport } from './bringIn.ts';

/** A dialog of the app itself; those of a document belong to its page. */
export type AppDialog =
  /** `typed` is what stands in it at first: `@` and `#` narrow it. */
  | { readonly kind: 'palette'; readonly typed: string }
  | { readonly kind: 'new'; readonly template: 'full' | 'short' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'shortcuts' }
  /** What came of files that were dropped or chosen, where there is something to say. */
  | { readonly kind: 'brought-in'; readonly reports: readonly FileReport[] }
  | { readonly kind: 'problem'; readonly sentence: string; readonly next: string };

export const dialogStore = createStore<{ readonly dialog: AppDialog | null }>(() => ({ dialog: null }));

export const openDialog = (dialog: AppDialog): void => dialogStore.setState({ dialog });

export const closeDialog = (): void => dialogStore.setState({ dialog: null });
