/**
 * Small things that this window's own storage keeps for later: where the caret stood, what was typed and not
 * added. They are a convenience: where the storage is full or refused, they are not kept and nothing is said.
 */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    return;
  }
}

/** What was kept, or null. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Hears what other windows of this app keep under a key. @returns the function that ends it */
export function listenToKept(
  key: string,
  listener: (value: string | null, before: string | null) => void,
): () => void {
  const hear = (event: StorageEvent): void => {
    if (event.key === key) listener(event.newValue, event.oldValue);
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}
