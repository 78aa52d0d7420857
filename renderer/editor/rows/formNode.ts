// For the option that this package declares.
import type {} from '@tiptap/extensions';

/** What all nodes that hold rows have in common: no caret stands between two rows, where nothing can be typed. */
export const FORM = { allowGapCursor: false } as const;
