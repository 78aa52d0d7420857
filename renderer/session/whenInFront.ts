/**
 * Calls `look` whenever the window comes to the front: it gets the focus, or its tab is shown again.
 *
 * @returns the function that ends it
 */
export function whenInFront(look: () => void): () => void {
  const shown = (): void => {
    if (document.visibilityState === 'visible') look();
  };
  window.addEventListener('focus', look);
  document.addEventListener('visibilitychange', shown);
  return () => {
    window.removeEventListener('focus', look);
    document.removeEventListener('visibilitychange', shown);
  };
}
