import { type RefObject, useEffect, useRef, useState } from 'react';
import { FindFields } from '../../editor/find/FindFields.tsx';
import { FindFrame } from '../../editor/find/FindFrame.tsx';
import { foundRanges } from './foundRanges.ts';

interface ReadFindBarProps {
  readonly page: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

interface Found {
  readonly ranges: readonly Range[];
  readonly current: number;
}

/** Finds text in a page that may only be read. Enter goes on, Shift+Enter back, Esc closes. */
export function ReadFindBar({ page, onClose }: ReadFindBarProps) {
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [found, setFound] = useState<Found | null>(null);

  useEffect(() => {
    const ranges = page.current === null ? [] : foundRanges(page.current, query, matchCase);
    setFound(query === '' ? null : { ranges, current: ranges.length === 0 ? -1 : 0 });
  }, [page, query, matchCase]);
  useEffect(() => {
    markRanges(found);
    const shown = found?.ranges[found.current];
    if (shown !== undefined) bringIntoView(shown);
  }, [found]);
  useEffect(() => () => markRanges(null), []);

  const go = (direction: 1 | -1): void => {
    if (found === null || found.ranges.length === 0) return;
    const { ranges, current } = found;
    setFound({ ranges, current: (current + direction + ranges.length) % ranges.length });
  };
  return (
    <FindFrame label="Find" onClose={onClose}>
      <FindFields
        input={input}
        query={query}
        onQuery={setQuery}
        matchCase={matchCase}
        onMatchCase={setMatchCase}
        found={found === null ? null : { places: found.ranges.length, current: found.current }}
        onGo={go}
      />
    </FindFrame>
  );
}

/** The text may be longer than the window: its place is brought into the middle, sideways too, then what was found. */
function bringIntoView(range: Range): void {
  const around = range.startContainer.parentElement;
  around?.scrollIntoView({ block: 'center' });
  const page = around?.closest('main');
  if (!page) return;
  const [found, seen] = [range.getBoundingClientRect(), page.getBoundingClientRect()];
  page.scrollBy({ top: (found.top + found.bottom) / 2 - (seen.top + seen.bottom) / 2 });
}

/** Marks the places on the page, the one that is shown more strongly; null takes all marks away. */
function markRanges(found: Found | null): void {
  const { ranges, current } = found ?? { ranges: [], current: -1 };
  CSS.highlights.set('found', new Highlight(...ranges.filter((_, index) => index !== current)));
  CSS.highlights.set('found-current', new Highlight(...ranges.filter((_, index) => index === current)));
}
