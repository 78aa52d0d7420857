import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { SECTION_KEYS, type SectionKey } from '../../../shared/document/sections.ts';
import { SUMMARY_SKELETON } from '../../../shared/document/summarySkeleton.ts';
import styles from './headingGuidance.module.css';
import { SECTION_GUIDANCE } from './sectionGuidance.ts';

const key = new PluginKey<DecorationSet>('headingGuidance');

const isSection = (section: unknown): section is SectionKey => SECTION_KEYS.includes(section as SectionKey);

function guidanceOf(doc: Node): DecorationSet {
  const decorations: Decoration[] = [];
  doc.forEach((node, offset) => {
    if (node.type.name !== 'heading' || !isSection(node.attrs.section)) return;
    const section = node.attrs.section;
    decorations.push(
      Decoration.widget(offset + node.nodeSize - 1, (view) => guidanceButton(view, section), {
        side: 1,
        key: `guidance/${section}`,
        ignoreSelection: true,
        stopEvent: () => true,
      }),
    );
  });
  return DecorationSet.create(doc, decorations);
}

function askButton(view: EditorView, section: SectionKey, words: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = styles.ask ?? '';
  button.textContent = words;
  button.tabIndex = tabIndexIn(section, sectionAt(view.state));
  return button;
}

/** The template section that the caret is in. */
function sectionAt({ doc, selection: { $head } }: EditorState): SectionKey | null {
  for (let index = Math.min($head.index(0), doc.childCount - 1); index >= 0; index -= 1) {
    const { type, attrs } = doc.child(index);
    if (type.name === 'heading' && isSection(attrs.section)) return attrs.section;
  }
  return null;
}

/** Tab stops at what belongs to the section that one writes in, and passes the others over. */
const tabIndexIn = (section: unknown, current: SectionKey | null): 0 | -1 => (section === current ? 0 : -1);

/** A quiet mark behind a heading that shows what belongs in the section. */
function guidanceButton(view: EditorView, section: SectionKey): HTMLElement {
  const details = document.createElement('span');
  details.className = styles.guidance ?? '';
  details.contentEditable = 'false';
  details.dataset.guidance = section;
  const button = askButton(view, section, 'What belongs here');
  button.setAttribute('aria-expanded', 'false');
  const words = document.createElement('span');
  words.className = styles.words ?? '';
  words.hidden = true;
  words.textContent = SECTION_GUIDANCE[section].belongs;
  button.addEventListener('click', () => {
    words.hidden = !words.hidden;
    button.setAttribute('aria-expanded', String(!words.hidden));
  });
  details.append(button);
  if (section === 'summary') details.append(startButton(view));
  details.append(words);
  return details;
}

/**
 * "Start from a sentence": puts the summary's skeleton into the empty paragraph under its heading, and selects the
 * first gap, which typing fills.
 */
function startButton(view: EditorView): HTMLElement {
  const button = askButton(view, 'summary', 'Start from a sentence');
  button.addEventListener('click', () => {
    const place = emptySummary(view.state.doc);
    if (place === null || !view.editable) return;
    const tr = view.state.tr.insertText(SUMMARY_SKELETON, place);
    const gap = place + SUMMARY_SKELETON.indexOf('…');
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, gap, gap + 1)).scrollIntoView());
    view.focus();
  });
  return button;
}

/** The position inside the empty paragraph that follows the summary's heading; null when it is not empty. */
function emptySummary(doc: Node): number | null {
  let place: number | null = null;
  doc.forEach((node, offset, index) => {
    const before = index === 0 ? null : doc.child(index - 1);
    if (before?.attrs.section === 'summary' && node.type.name === 'paragraph' && node.childCount === 0) {
      place = offset + 1;
    }
  });
  return place;
}

export const headingGuidance = Extension.create({
  name: 'headingGuidance',
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: (_, { doc }) => guidanceOf(doc),
        apply: (tr, drawn) => (tr.docChanged ? guidanceOf(tr.doc) : drawn),
      },
      props: { decorations: (state) => key.getState(state) },
      view: () => ({
        update: (view, before) => {
          const current = sectionAt(view.state);
          if (current === sectionAt(before)) return;
          for (const details of view.dom.querySelectorAll<HTMLElement>('[data-guidance]')) {
            for (const button of details.querySelectorAll('button')) {
              button.tabIndex = tabIndexIn(details.dataset.guidance, current);
            }
          }
        },
      }),
    }),
  ],
});
