import { useEffect, useState, useSyncExternalStore } from 'react';

/** Windows that have no room for the outline beside the page. */
const narrow = window.matchMedia('(max-width: 760px)');

function followWidth(changed: () => void): () => void {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
}

export interface OutlineShown {
  readonly shown: boolean;
  /** Whether it lies over the page, until the person is back there. */
  readonly isOver: boolean;
  readonly show: (shown: boolean) => void;
}

/**
 * Whether the outline is on screen. In a narrow window it is folded until it is asked for; what was chosen for a
 * wide one stays as it is meanwhile.
 */
export function useOutlineShown(): OutlineShown {
  const isNarrow = useSyncExternalStore(followWidth, () => narrow.matches);
  const [besidePage, showBesidePage] = useState(true);
  const [overPage, showOverPage] = useState(false);
  useEffect(() => {
    if (!isNarrow) showOverPage(false);
  }, [isNarrow]);
  return isNarrow
    ? { shown: overPage, isOver: overPage, show: showOverPage }
    : { shown: besidePage, isOver: false, show: showBesidePage };
}
