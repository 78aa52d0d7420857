import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { SECTION_KEYS, type SectionKey } from '../../../shared/document/sections.ts';
import { SECTION_GUIDANCE } from './sectionGuidance.ts';

const key = new PluginKey<DecorationSet>('placeholders');

const isSection = (section: unknown): section is SectionKey => SECTION_KEYS.includes(section as SectionKey);

/**
 * Draws, in the first empty line of a section that says nothing yet, what to write there. Nodes of our own
 * draw their own placeholders.
 */
function placeholdersOf(doc: Node): DecorationSet {
  const decorations: Decoration[] = [];
  let section: SectionKey | null = null;
  let silent: { position: number; node: Node } | null = null;
  const draw = (): void => {
    if (section === null || silent === null) return;
    decorations.push(
      Decoration.node(silent.position, silent.position + silent.node.nodeSize, {
        'data-placeholder': SECTION_GUIDANCE[section].placeholder,
      }),
    );
  };
  doc.forEach((node, offset) => {
    if (node.type.name === 'heading') {
      draw();
      section = isSection(node.attrs.section) ? node.attrs.section : null;
      silent = null;
      return;
    }
    if (section === null) return;
    const place = firstEmptyLine(node, offset);
    if (place === null) section = null;
    else silent ??= place;
  });
  draw();
  return DecorationSet.create(doc, decorations);
}

/** The empty line of a block that says nothing; null when it says something or is a form of its own. */
function firstEmptyLine(node: Node, position: number): { position: number; node: Node } | null {
  if (node.type.name === 'paragraph') return node.childCount === 0 ? { position, node } : null;
  const first = node.firstChild;
  const isList = node.type.name === 'bulletList' || node.type.name === 'listItem';
  if (!isList || node.childCount !== 1 || first === null) return null;
  return firstEmptyLine(first, position + 1);
}

export const placeholders = Extension.create({
  name: 'placeholders',
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: (_, { doc }) => placeholdersOf(doc),
        apply: (tr, drawn) => (tr.docChanged ? placeholdersOf(tr.doc) : drawn),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});
