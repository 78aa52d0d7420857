import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Section } from '../../../shared/review/sectionsOf.ts';
import { caretOnPage } from './caretOnPage.ts';
import { FOCUS_SECTION, type FocusedSection } from './useFocusedSection.ts';

/**
 * Headings of the body, in the order of the outline: the n-th section's heading is body child `index`, in the
 * editor and on a page that may only be read.
 */
const headingOf = (scroller: HTMLElement, { index }: Section): Element | null =>
  scroller.querySelector(':is(.ProseMirror, [data-read-body])')?.children[index] ?? null;

/** Whether a place on the page is in a section or behind it. */
const isPast = (heading: Element | null, place: Node): boolean =>
  heading !== null &&
  (heading.contains(place) ||
    (heading.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);

/**
 * Which section the caret is in, or is at the top of the page while the caret is out of sight, and the way to each.
 * -1 stands for the header above the body.
 */
export function useSectionOnScreen(scroller: RefObject<HTMLElement | null>, sections: readonly Section[]) {
  const [current, setCurrent] = useState(-1);
  // Where the person went holds until the page is scrolled from there: a short section at the end of the page
  // never comes to its top.
  const went = useRef<{ readonly place: number; readonly at: number } | null>(null);

  useEffect(() => {
    const page = scroller.current;
    if (page === null) return;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const caret = caretOnPage(page);
      if (caret !== null) {
        setCurrent(sections.filter((section) => isPast(headingOf(page, section), caret)).length - 1);
        return;
      }
      if (went.current?.at === page.scrollTop) return;
      went.current = null;
      const edge = page.getBoundingClientRect().top + page.clientHeight / 3;
      const passed = sections.filter((section) => {
        const heading = headingOf(page, section);
        return heading !== null && heading.getBoundingClientRect().top <= edge;
      });
      setCurrent(passed.length - 1);
    };
    const lookSoon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    page.addEventListener('scroll', lookSoon, { passive: true });
    page.addEventListener('focusin', lookSoon);
    document.addEventListener('selectionchange', lookSoon);
    return () => {
      page.removeEventListener('scroll', lookSoon);
      page.removeEventListener('focusin', lookSoon);
      document.removeEventListener('selectionchange', lookSoon);
      cancelAnimationFrame(frame);
    };
  }, [scroller, sections]);

  const go = useCallback(
    (place: number): void => {
      const page = scroller.current;
      if (page === null) return;
      const scrollTo = (top: number): void => {
        page.scrollTo({ top });
        went.current = { place, at: page.scrollTop };
        setCurrent(place);
      };
      const section = sections[place];
      if (section === undefined) {
        scrollTo(0);
        page.querySelector<HTMLElement>('header textarea, header input')?.focus({ preventScroll: true });
        return;
      }
      const heading = headingOf(page, section);
      if (heading === null) return;
      const top = heading.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop;
      scrollTo(top - 24);
      const focused: FocusedSection = { index: section.index, blocks: section.nodes.length };
      window.dispatchEvent(new CustomEvent(FOCUS_SECTION, { detail: focused }));
    },
    [scroller, sections],
  );
  return { current, go };
}
