import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { tabbableIn } from '../../ui/overlay/tabbable.ts';
import { placeCaretIn } from './placeCaret.ts';

/**
 * Tab and Shift Tab go through a form cell by cell: text that the editor holds (`data-stop`) and controls in the
 * order in which they stand in a form (`data-stops`). From the last one the keys leave the form for what stands
 * beside it: a text of the next form, a control, or the prose between two forms, which is one place. The keys leave
 * prose, and the controls in it, in the same way.
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
            return from !== null && leave(editor, from, event.shiftKey);
          },
        },
        view: (view) => {
          const onKeyDown = (event: KeyboardEvent): void => {
            if (!isTab(event) || event.defaultPrevented || !(event.target instanceof Element)) return;
            // The editor has heard of keys in its text, and a timeline goes its own ways.
            if (event.target === view.dom || event.target.closest('[data-node="timeline"]') !== null) return;
            const go = event.target.closest('[data-stops]') === null ? leave : goOn;
            if (go(editor, event.target, event.shiftKey)) event.preventDefault();
          };
          // From the facts the browser would go to the start of the text, which is the name of a section.
          const onTabInto = (event: KeyboardEvent): void => {
            if (!isTab(event) || event.defaultPrevented || !(event.target instanceof HTMLElement)) return;
            const all = tabbableIn(document.body);
            const next = all[all.indexOf(event.target) + (event.shiftKey ? -1 : 1)];
            if (next === view.dom && leave(editor, event.target, event.shiftKey)) event.preventDefault();
          };
          const { ownerDocument } = view.dom;
          view.dom.addEventListener('keydown', onKeyDown);
          ownerDocument.addEventListener('keydown', onTabInto);
          return {
            destroy: () => {
              view.dom.removeEventListener('keydown', onKeyDown);
              ownerDocument.removeEventListener('keydown', onTabInto);
            },
          };
        },
      }),
    ];
  },
});

const isTab = (event: KeyboardEvent): boolean =>
  event.key === 'Tab' && !event.ctrlKey && !event.metaKey && !event.altKey;

/** @returns false when the element is no stop of its form */
function goOn(editor: Editor, from: Element, back: boolean): boolean {
  const form = from.closest<HTMLElement>('[data-stops]');
  if (form === null) return false;
  const stops = stopsIn(form);
  const at = stops.findIndex((stop) => stop === from || (isText(stop) && stop.contains(from)));
  if (at < 0) return false;
  const next = stops[at + (back ? -1 : 1)];
  if (next === undefined) return leave(editor, form, back);
  goTo(editor, next, back);
  return true;
}

/**
 * From a form, a piece of prose or a control to the place beside it. Behind the last one the window begins again for a
 * caret in the text: the browser would begin at the top of that.
 */
export function leave(editor: Editor, from: Element, back: boolean): boolean {
  const wanted = back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const all = placesAround(editor.view.dom, from, back);
  const beside = all.filter((place) => (from.compareDocumentPosition(place) & wanted) !== 0);
  const end = back ? -1 : 0;
  const next = beside.at(end) ?? (editor.view.hasFocus() ? all.at(end) : undefined);
  if (next === undefined) return false;
  goTo(editor, next, back);
  return true;
}

/** Where Tab stops in the whole window, in order, but for what holds `from` and, where that is a form, is in it. */
function placesAround(text: HTMLElement, from: Element, back: boolean): readonly HTMLElement[] {
  const prose = proseIn(text)
    .filter((blocks) => !blocks.some((block) => block.contains(from)))
    .flatMap((blocks) => blocks.at(back ? -1 : 0) ?? []);
  const stops = [...text.querySelectorAll<HTMLElement>('[data-stop]')];
  const isForm = from.matches('[data-stops], [data-node="timeline"]');
  return inOrder([...tabbableIn(document.body), ...stops, ...prose]).filter(
    (place) => place !== text && !place.contains(from) && !(isForm && from.contains(place)),
  );
}

/** The blocks of prose that follow each other, between forms and headings. */
function proseIn(text: HTMLElement): readonly (readonly HTMLElement[])[] {
  const pieces: HTMLElement[][] = [[]];
  for (const block of text.children) {
    if (block instanceof HTMLElement && block.matches(PROSE)) pieces.at(-1)?.push(block);
    else pieces.push([]);
  }
  return pieces;
}

const PROSE = 'p, ul, ol, pre, blockquote, table, .tableWrapper';

function goTo(editor: Editor, place: HTMLElement, back: boolean): void {
  if (isText(place) || place.parentElement === editor.view.dom) placeCaretIn(editor, place, back);
  else focusControl(place);
}

function focusControl(control: HTMLElement): void {
  control.focus();
  if (control instanceof HTMLInputElement) control.select();
}

const isText = (stop: HTMLElement): boolean => stop.dataset.stop !== undefined;

function stopsIn(form: HTMLElement): readonly HTMLElement[] {
  const texts = [...form.querySelectorAll<HTMLElement>('[data-stop]')];
  const controls = tabbableIn(form).filter((control) => control.closest('[data-drawn]') !== null);
  return inOrder([...texts, ...controls]);
}

const inOrder = (places: readonly HTMLElement[]): readonly HTMLElement[] =>
  [...places].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
