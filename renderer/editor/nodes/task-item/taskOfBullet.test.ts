import { EditorState } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { postmortemSchema as schema } from '../../../../shared/schema/postmortemSchema.ts';
import { block, line, placeOf } from '../../rows/marked.testkit.ts';
import { makeTaskOfBullet } from './taskOfBullet.ts';

const item = (words: string) => block('listItem', line(words));
const TYPED = '[ ]';

/** The document after a box was typed in it, `|` where the caret is; null where no bullet begins there. */
function typed(...blocks: readonly object[]): string | null {
  const doc = schema.nodeFromJSON(block('doc', ...blocks));
  const { tr } = EditorState.create({ doc });
  const from = placeOf(doc, TYPED);
  if (!makeTaskOfBullet(tr, from, from + TYPED.length, false)) {
    expect(tr.docChanged).toBe(false);
    return null;
  }
  tr.doc.check();
  return tr.insertText('|').doc.toString();
}

it('a box at the start of a bullet makes a task of the bullet itself', () => {
  expect(typed(block('bulletList', item('[ ]words')))).toBe('doc(taskList(taskItem(paragraph("|words"))))');
});

it('the bullets above and below stay bullets', () => {
  expect(typed(block('bulletList', item('one'), item('[ ]'), item('three')))).toBe(
    'doc(bulletList(listItem(paragraph("one"))), taskList(taskItem(paragraph("|"))), ' +
      'bulletList(listItem(paragraph("three"))))',
  );
});

it('it goes on with the task list above', () => {
  const tasks = block('taskList', block('taskItem', line('one')));
  expect(typed(tasks, block('bulletList', item('[ ]')))).toBe(
    'doc(taskList(taskItem(paragraph("one")), taskItem(paragraph("|"))))',
  );
});

it('a box elsewhere is left to others', () => {
  expect(typed(line('[ ]'))).toBeNull();
  expect(typed(block('bulletList', item('word [ ]')))).toBeNull();
  expect(typed(block('bulletList', block('listItem', line('first'), line('[ ]'))))).toBeNull();
  expect(typed(block('orderedList', item('[ ]')))).toBeNull();
});
