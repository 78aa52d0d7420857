import type { Editor } from '@tiptap/core';
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createPostmortem } from '../../../shared/document/createPostmortem.ts';
import { bodyOf } from '../../../shared/document/layout.ts';
import { moveElement } from '../../../shared/document/moveElement.ts';
import type { BodyNode } from '../../../shared/document/template.ts';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { placeOf } from './marked.testkit.ts';
import { rowLater } from './rowLater.ts';

/** A form with three rows, the editor's view of it, and the words of the row that was the second. */
function withRows(type: string, row: (words: string) => BodyNode) {
  const content = ['one', 'two', 'three'].map(row);
  const doc = createPostmortem({
    id: 'id',
    created: '2026-11-24T12:00:00Z',
    template: 'imported',
    facts: {},
    body: [{ type, content }],
  });
  const body = bodyOf(doc);
  const shown = () => yXmlFragmentToProseMirrorRootNode(body, postmortemSchema);
  const editor = {
    get state() {
      return { doc: shown() };
    },
    storage: { editorContext: { session: { doc } } },
  } as unknown as Editor;
  const later = rowLater(editor, placeOf(shown(), 'two') - (type === 'timeline' ? 2 : 1));
  const words = (): string | null => {
    const position = later();
    return position === null ? null : (shown().nodeAt(position)?.textContent ?? null);
  };
  return { body, form: body.get(0) as Y.XmlElement, words };
}

const text = (words: string): readonly BodyNode[] => [{ type: 'text', text: words }];
const check = (words: string): BodyNode => ({ type: 'checkItem', content: text(words) });
const source = (words: string): BodyNode => ({
  type: 'timelineRow',
  attrs: { id: words },
  content: [{ type: 'timelineSource', content: text(words) }],
});

it('a row is found where it is, whatever comes or goes above it', () => {
  const { body, form, words } = withRows('checklist', check);
  form.insert(0, [new Y.XmlElement('checkItem')]);
  body.insert(0, [new Y.XmlElement('paragraph')]);
  expect(words()).toBe('two');
  form.delete(0, 2);
  expect(words()).toBe('two');
});

it('a row that is gone is not found, and one with a hidden id is found where it was moved', () => {
  const checks = withRows('checklist', check);
  checks.form.delete(1);
  expect(checks.words()).toBeNull();
  const rows = withRows('timeline', source);
  moveElement(rows.form, 1, 0, 'test');
  expect(rows.words()).toBe('two');
  rows.form.delete(0);
  expect(rows.words()).toBeNull();
});
