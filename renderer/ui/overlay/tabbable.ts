const CANDIDATES =
  'a[href], button, input, select, textarea, [tabindex], [contenteditable]:not([contenteditable="false"])';

/** What Tab reaches inside the element, in document order. */
export function tabbableIn(element: HTMLElement): readonly HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(CANDIDATES)].filter(
    (candidate) =>
      candidate.tabIndex >= 0 &&
      !candidate.matches(':disabled, [inert] *') &&
      !isPassedOver(candidate) &&
      candidate.getClientRects().length > 0,
  );
}

/** Of radios that are one choice, Tab reaches the chosen one alone. */
function isPassedOver(candidate: HTMLElement): boolean {
  if (!(candidate instanceof HTMLInputElement) || candidate.type !== 'radio' || candidate.checked)
    return false;
  const group = candidate.closest('[role="radiogroup"], form, fieldset') ?? document;
  return [...group.querySelectorAll<HTMLInputElement>('input[type="radio"]:checked')].some(
    ({ name }) => name === candidate.name,
  );
}

/**
 * What takes focus when a dialog or popover opens: what is marked with `data-first-focus`, else the first
 * place that Tab reaches, else the element itself.
 */
export function firstFocusIn(element: HTMLElement): HTMLElement {
  return element.querySelector<HTMLElement>('[data-first-focus]') ?? tabbableIn(element)[0] ?? element;
}

/** Keeps Tab inside: from the last place to the first and back. Does nothing for other keys. */
export function keepTabInside(event: KeyboardEvent, element: HTMLElement): void {
  if (event.key !== 'Tab' || event.defaultPrevented) return;
  const places = tabbableIn(element);
  const [first, last] = [places[0], places.at(-1)];
  const active = document.activeElement;
  const leaving = event.shiftKey ? active === first || active === element : active === last;
  if (first !== undefined && !leaving) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
