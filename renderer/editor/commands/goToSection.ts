import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import { fieldSpec } from '../../../shared/document/fields.ts';
import { tabbableIn } from '../../ui/overlay/tabbable.ts';
import { timelineControls } from '../nodes/timeline/controls.ts';
import { DrawnView } from '../rows/drawnView.ts';
import { FormView } from '../rows/formView.ts';

/** Where one begins to write in a section. */
export type WritingPlace =
  | { readonly kind: 'text'; readonly selection: Selection }
  /** The control of a block that has no text of its own to begin with; `position` lies before the block. */
  | { readonly kind: 'control'; readonly position: number };

/** Whether a field asks first what it is about, and nobody has said so yet. */
const wantsSubject = (field: Node | null): boolean =>
  fieldSpec(field?.attrs.key ?? null)?.subject !== undefined && (field?.attrs.subject ?? '') === '';

/** A timeline is gone on with at its foot, and a checklist is ticked before it is reworded. */
const NOT_IN_TEXT: ReadonlySet<string> = new Set(['timeline', 'checklist']);

/** The other forms have no text while nobody has added a row. */
const FORMS: ReadonlySet<string> = new Set([...NOT_IN_TEXT, 'actionList', 'signOff']);

/**
 * The first place to write in a section. Words typed there never end up in a heading, unless the section has
 * nothing but headings.
 *
 * @param index of the section's heading among the blocks
 * @param blocks how many blocks belong to the section, without its heading
 */
export function writingPlace(doc: Node, index: number, blocks: number): WritingPlace {
  let position = 0;
  for (let before = 0; before <= index; before += 1) position += doc.child(before).nodeSize;
  const behindHeading = position - 1;
  const end = Math.min(doc.childCount, index + 1 + blocks);
  for (let at = index + 1; at < end; at += 1) {
    const block = doc.child(at);
    if (block.type.name === 'fieldList' && wantsSubject(block.firstChild)) {
      return { kind: 'control', position: position + 1 };
    }
    if (block.type.name !== 'heading') {
      const selection = NOT_IN_TEXT.has(block.type.name)
        ? null
        : Selection.findFrom(doc.resolve(position), 1, true);
      if (selection !== null && selection.to < position + block.nodeSize) return { kind: 'text', selection };
      if (FORMS.has(block.type.name)) return { kind: 'control', position };
    }
    position += block.nodeSize;
  }
  return { kind: 'text', selection: Selection.near(doc.resolve(behindHeading), -1) };
}

/** Goes to the first place to write in a section. The page has been scrolled there already. */
export function goToSection(editor: Editor, index: number, blocks: number): void {
  const { view } = editor;
  const place = writingPlace(view.state.doc, index, blocks);
  if (place.kind === 'text') {
    view.dispatch(view.state.tr.setSelection(place.selection));
    view.focus();
    return;
  }
  const timeline = timelineControls(view, place.position);
  if (timeline !== undefined) {
    timeline.focusQuickAdd('event');
    return;
  }
  const dom = view.nodeDOM(place.position);
  const controls = dom instanceof HTMLElement ? tabbableIn(dom) : [];
  const unwritten = controls.find((control) => control instanceof HTMLInputElement && isUnwritten(control));
  const form = dom instanceof HTMLElement ? DrawnView.around(dom) : null;
  const adding = form instanceof FormView && form.node.childCount === 0 ? form.addButton : undefined;
  (unwritten ?? adding ?? controls[0] ?? view.dom).focus({ preventScroll: true });
}

/** A field that waits for words: not the role that the template has put in already. */
const isUnwritten = (input: HTMLInputElement): boolean => input.type === 'text' && input.value === '';
