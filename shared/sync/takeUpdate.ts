import * as Y from 'yjs';

/** Applies an update to a document. Returns whether it changed anything there. Throws what Yjs throws. */
export function takeUpdate(doc: Y.Doc, update: Uint8Array): boolean {
  let changed = false;
  const note = (): void => {
    changed = true;
  };
  doc.on('update', note);
  try {
    Y.applyUpdate(doc, update);
  } finally {
    doc.off('update', note);
  }
  return changed;
}
