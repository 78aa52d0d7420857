/** The node that the caret or the focus is in, where it is on the page and in sight; else null. */
export function caretOnPage(page: HTMLElement): Node | null {
  const node = focusedNode(page);
  if (node === null || node === page || !page.contains(node)) return null;
  const { top, bottom } = (
    node instanceof Element ? node : (node.parentElement ?? page)
  ).getBoundingClientRect();
  const seen = page.getBoundingClientRect();
  return bottom > seen.top && top < seen.bottom ? node : null;
}

/** A control that has the focus, else where the selection in the text ends that the person extends. */
function focusedNode(page: HTMLElement): Node | null {
  const { activeElement } = document;
  // The bar that finds lies over the page: it is no place on it.
  if (activeElement?.closest('search')) return null;
  const isText = activeElement instanceof HTMLElement && activeElement.isContentEditable;
  if (activeElement !== page && page.contains(activeElement) && !isText) return activeElement;
  const { focusNode = null, focusOffset = 0 } = document.getSelection() ?? {};
  const node = focusNode?.childNodes[focusOffset] ?? focusNode;
  // What is only read can be selected, but holds no caret.
  return page.querySelector('.ProseMirror')?.contains(node) ? node : null;
}
