import { overlayRoot } from '../overlay/overlayRoot.ts';

/** The open dialogs, the topmost last. */
const open: HTMLElement[] = [];

/**
 * Makes everything but this dialog, and what stands at it in the overlay root, out of reach.
 * @returns lets go again; the dialog below, or the page, is reachable from then on
 */
export function enterModal(dialog: HTMLElement): () => void {
  open.push(dialog);
  applyInert();
  return () => {
    open.splice(open.indexOf(dialog), 1);
    applyInert();
  };
}

/** Whether keys that go nowhere else belong to this dialog. */
export function isTopModal(dialog: HTMLElement): boolean {
  return open.at(-1) === dialog;
}

function applyInert(): void {
  const top = open.at(-1);
  const overlays = overlayRoot();
  for (const child of document.body.children) {
    if (child !== overlays) child.toggleAttribute('inert', top !== undefined);
  }
  for (const dialog of open) dialog.toggleAttribute('inert', dialog !== top);
}
