/** How far PgUp and PgDn go in a list. */
const PAGE = 10;

/**
 * Where an arrow, Home, End, PgUp or PgDn leads in a list; arrows go around its ends, pages stop there.
 * @param current the highlighted index, or -1
 * @returns the new index, or null for a key that does not move or a list that is empty
 */
export function indexByKey(key: string, current: number, count: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return current >= last ? 0 : current + 1;
    case 'ArrowUp':
      return current <= 0 ? last : current - 1;
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageDown':
      return Math.min(last, current + PAGE);
    case 'PageUp':
      return Math.max(0, current - PAGE);
    default:
      return null;
  }
}
