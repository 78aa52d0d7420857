/**
 * Whether an event in a drawn part of a view is none of the editor's. Copy, cut and paste are the editor's
 * wherever the browser says that the selection begins, but in a field.
 */
export function isOurEvent(event: Event, contentDOM: HTMLElement): boolean {
  const { target } = event;
  if (!(target instanceof Node) || contentDOM.contains(target)) return false;
  const isClipboard = /^(?:copy|cut|paste)$/.test(event.type);
  return !isClipboard || (target instanceof Element && target.closest('input') !== null);
}
