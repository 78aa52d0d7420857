import type { Node } from '@tiptap/pm/model';
import { EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import { initProseMirrorDoc, prosemirrorToYXmlFragment, ySyncPluginKey } from '@tiptap/y-tiptap';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { postmortemSchema as schema } from '../../../../shared/schema/postmortemSchema.ts';
import { keepPlace, keptPlace, keptPlacesPlugin, leavePlace } from './keptPlaces.ts';

const paragraph = (text: string): Node =>
  schema.nodes.paragraph!.create(null, text === '' ? null : schema.text(text));

/** An editor of two paragraphs that is bound to a Y.Doc as y-tiptap does it, without a page. */
function bound(first: string, second: string) {
  const type = new Y.Doc().getXmlFragment('body');
  prosemirrorToYXmlFragment(schema.nodes.doc!.create(null, [paragraph(first), paragraph(second)]), type);
  const shown = initProseMirrorDoc(type, schema);
  const binding = { doc: type.doc, type, mapping: shown.mapping };
  const kept = keptPlacesPlugin();
  const sync = new Plugin({
    key: ySyncPluginKey,
    state: { init: () => ({ binding }), apply: (_, value) => value },
  });
  const editor = { state: EditorState.create({ schema, doc: shown.doc, plugins: [sync, kept] }) };
  const view = kept.spec.view?.({} as never);
  const dispatch = (tr: Transaction): void => {
    const before = editor.state;
    editor.state = before.apply(tr);
    view?.update?.(editor as never, before);
  };
  return {
    editor,
    dispatch,
    keep: (position: number): number => {
      const { tr } = editor.state;
      const id = keepPlace(tr, position);
      dispatch(tr);
      return id;
    },
    /** Changes the Y.Doc as another window does, and draws the text anew. */
    change: (act: (body: Y.XmlFragment) => void): void => {
      act(type);
      const { doc, mapping } = initProseMirrorDoc(type, schema);
      binding.mapping = mapping;
      const { tr } = editor.state;
      dispatch(
        tr.replaceWith(0, tr.doc.content.size, doc.content).setMeta(ySyncPluginKey, { isChangeOrigin: true }),
      );
    },
  };
}

const END_OF_FIRST = 1 + 'words'.length;
const textOf = (body: Y.XmlFragment, index: number): Y.XmlText =>
  (body.get(index) as Y.XmlElement).get(0) as Y.XmlText;

it('a kept place stays behind the words before it, whatever is typed before and behind it', () => {
  const { editor, dispatch, keep } = bound('words', 'after');
  const id = keep(END_OF_FIRST);
  dispatch(editor.state.tr.insertText(' more', END_OF_FIRST));
  expect(keptPlace(editor, id).position).toBe(END_OF_FIRST);
  dispatch(editor.state.tr.insertText('own ', 1));
  expect(keptPlace(editor, id)).toEqual({ position: END_OF_FIRST + 4, isGone: false });
});

it('a kept place is found again where somebody else wrote, though all is drawn anew', () => {
  const { editor, keep, change } = bound('words', 'after');
  const id = keep(END_OF_FIRST);
  change((body) => textOf(body, 0).insert(0, 'our '));
  change((body) => body.insert(0, [new Y.XmlElement('paragraph')]));
  expect(keptPlace(editor, id)).toEqual({ position: END_OF_FIRST + 4 + 2, isGone: false });
});

it('a place is gone when the block around it is, and stands where that was', () => {
  const own = bound('words', 'after');
  const id = own.keep(END_OF_FIRST - 2);
  own.dispatch(own.editor.state.tr.insertText('x', END_OF_FIRST - 3, END_OF_FIRST - 1));
  expect(keptPlace(own.editor, id)).toMatchObject({ isGone: false });
  own.dispatch(own.editor.state.tr.delete(0, own.editor.state.doc.firstChild!.nodeSize));
  expect(keptPlace(own.editor, id)).toEqual({ position: 0, isGone: true });

  const others = bound('words', 'after');
  const theirs = others.keep('words'.length + 2 + 3);
  others.change((body) => body.delete(1, 1));
  expect(keptPlace(others.editor, theirs)).toEqual({ position: 'words'.length + 2, isGone: true });
});

it('what comes to one place stands in the order in which it was pasted, whichever is there first', () => {
  const { editor, dispatch, keep } = bound('words', 'after');
  const [first, second, third] = [keep(END_OF_FIRST), keep(END_OF_FIRST), keep(END_OF_FIRST)];
  const put = (id: number): void => {
    const image = schema.nodes.image!.create({ alt: String(id) });
    dispatch(leavePlace(editor.state.tr.insert(keptPlace(editor, id).position, image), id));
  };
  for (const id of [second, first, third]) put(id);
  const alts: unknown[] = [];
  editor.state.doc.firstChild!.forEach((node) => void alts.push(node.attrs.alt));
  expect(alts.slice(1)).toEqual([first, second, third].map(String));
});
