import type { EditorView } from '@tiptap/pm/view';
import { tabbableIn } from '../../ui/overlay/tabbable.ts';
import type { FindPlace } from './findPlaces.ts';

/** Cells that are found by something else than their name. */
const SELECTORS: Readonly<Record<string, string>> = {
  time: '[role="cell"]',
  milestones: '[role="row"]',
  ticket: '[data-cell="ticket"], [data-cell="ticket-narrow"]',
  choice: '[data-cell="choice"], [data-cell^="choice/"][aria-checked="true"]',
};

/** The element that shows a place; null where it is not on the page, and for text. */
export function elementOfPlace(view: EditorView, place: FindPlace): HTMLElement | null {
  switch (place.kind) {
    case 'text':
      return null;
    case 'fact': {
      const header = view.dom.closest('article')?.querySelector('header');
      const control = header?.querySelector<HTMLElement>(`[aria-label="${CSS.escape(place.label)}"]`);
      return control?.closest<HTMLElement>('dd, h1') ?? null;
    }
    case 'cell': {
      const { cell } = place;
      const node = view.nodeDOM(place.position);
      if (!(node instanceof HTMLElement) || cell === null) return node instanceof HTMLElement ? node : null;
      const cells = node.querySelectorAll<HTMLElement>(SELECTORS[cell] ?? `[data-cell="${cell}"]`);
      const shown = [...cells].find((one) => one.getClientRects().length > 0);
      // An input lies unseen over the look of its value.
      return (shown instanceof HTMLInputElement ? shown.parentElement : shown) ?? null;
    }
  }
}

/** Marks the cells and facts among the places, and takes the marks off all others. The editor marks the rest. */
export function markPlaces(view: EditorView, places: readonly FindPlace[], current: number): void {
  const page = view.dom.closest('article') ?? view.dom;
  const marks = new Map<HTMLElement, string>();
  for (const [index, place] of places.entries()) {
    if (place.kind === 'cell' && place.cell === null) continue;
    const element = elementOfPlace(view, place);
    if (element !== null && (index === current || !marks.has(element))) {
      marks.set(element, index === current ? 'current' : 'match');
    }
  }
  for (const marked of page.querySelectorAll<HTMLElement>('[data-found]')) {
    if (!marks.has(marked)) marked.removeAttribute('data-found');
  }
  for (const [element, mark] of marks) {
    if (element.dataset.found !== mark) element.dataset.found = mark;
  }
}

/** Puts the focus where a place that is no text is written. */
export function focusPlace(element: HTMLElement): void {
  const control = element.matches('button, input') ? element : tabbableIn(element)[0];
  (control ?? element.querySelector<HTMLElement>('button, input') ?? element).focus();
}
