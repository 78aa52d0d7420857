import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { tabbableIn } from '../../ui/overlay/tabbable.ts';
import { placeCaretIn } from './placeCaret.ts';

/**
 * Tab and Shift Tab go through a form cell by cell: text that the editor holds (`data-stop`) and controls in the
 * order in which they stand in a form (`data-stops`). From the last one the keys leave the form. In prose they go
 * to the next place of that kind, or the one before.
 */
export const tabStops = Extension.create({
  name: 'tabStops',
  // After the keys of lists and tables, which indent and go to the next cell.
  priority: 50,
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey('tabStops'),
        props: {
          handleKeyDown: (view, event) => {
            if (!isTab(event)) return false;
            const { node, offset } = view.domAtPos(view.state.selection.from);
            // A block that is selected as a whole stands in the page itself.
            const at = node === view.dom ? (node.childNodes[offset] ?? node) : node;
            const from = at instanceof Element ? at : at.parentElement;
            if (from?.closest('[data-stops]')) return goOn(editor, from, event.shiftKey);
            return from !== null && leaveProse(editor, from, event.shiftKey);
          },
        },
        view: (view) => {
          const onKeyDown = (event: KeyboardEvent): void => {
            if (!isTab(event) || event.defaultPrevented || !(event.target instanceof Element)) return;
            if (event.target.closest('[data-drawn]') === null) return;
            if (goOn(editor, event.target, event.shiftKey)) event.preventDefault();
          };
          view.dom.addEventListener('keydown', onKeyDown);
          return { destroy: () => view.dom.removeEventListener('keydown', onKeyDown) };
        },
      }),
    ];
  },
});

const isTab = (event: KeyboardEvent): boolean =>
  event.key === 'Tab' && !event.ctrlKey && !event.metaKey && !event.altKey;

/** @returns false when there is no further stop in the form, or the element is in none */
function goOn(editor: Editor, from: Element | null, back: boolean): boolean {
  const form = from?.closest<HTMLElement>('[data-stops]');
  if (!form || from === null) return false;
  const stops = stopsIn(form);
  const at = stops.findIndex((stop) => stop === from || (isText(stop) && stop.contains(from)));
  const next = at < 0 ? undefined : stops[at + (back ? -1 : 1)];
  if (next === undefined) return at >= 0 && isText(stops[at]) && leave(form, back);
  if (isText(next)) placeCaretIn(editor, next, back);
  else focusControl(next);
  return true;
}

/** From text the browser would go to the first control of the whole document: go to the one next to the form. */
function leave(form: HTMLElement, back: boolean): boolean {
  const all = tabbableIn(document.body).filter(
    (control) => !form.contains(control) && !control.contains(form),
  );
  const wanted = back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const beside = all.filter((control) => (form.compareDocumentPosition(control) & wanted) !== 0);
  const control = back ? beside[beside.length - 1] : beside[0];
  if (control === undefined) return false;
  focusControl(control);
  return true;
}

/**
 * From prose to the place beside it, a form's text or a control. Behind the last one the window begins again: the
 * browser would begin at the top of the text.
 */
function leaveProse(editor: Editor, prose: Element, back: boolean): boolean {
  const wanted = back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const around = tabbableIn(document.body).filter((control) => !control.contains(prose));
  const texts = [...editor.view.dom.querySelectorAll<HTMLElement>('[data-stop]')];
  const all = inOrder([...around, ...texts]);
  const beside = all.filter((place) => (prose.compareDocumentPosition(place) & wanted) !== 0);
  const next = back ? (beside.at(-1) ?? all.at(-1)) : (beside[0] ?? all[0]);
  if (next === undefined) return false;
  if (isText(next)) placeCaretIn(editor, next, back);
  else focusControl(next);
  return true;
}

function focusControl(control: HTMLElement): void {
  control.focus();
  if (control instanceof HTMLInputElement) control.select();
}

const isText = (stop: HTMLElement | undefined): boolean => stop?.dataset.stop !== undefined;

function stopsIn(form: HTMLElement): readonly HTMLElement[] {
  const texts = [...form.querySelectorAll<HTMLElement>('[data-stop]')];
  const controls = tabbableIn(form).filter((control) => control.closest('[data-drawn]') !== null);
  return inOrder([...texts, ...controls]);
}

const inOrder = (places: readonly HTMLElement[]): readonly HTMLElement[] =>
  [...places].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
