import { AllSelection, EditorState, NodeSelection } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { idsThatStay } from './freshIds.ts';
import { block, line } from './marked.testkit.ts';

const doc = postmortemSchema.nodeFromJSON({
  type: 'doc',
  content: [
    { type: 'whyChain', content: [{ type: 'why', attrs: { id: 'w' } }] },
    {
      type: 'actionList',
      content: [{ ...block('actionItem', line('Alert')), attrs: { id: 'a', number: 1 } }],
    },
  ],
});

it('a row that is selected stays beside what is pasted', () => {
  const selection = NodeSelection.create(doc, 1);
  expect([...idsThatStay(EditorState.create({ doc, selection }))]).toEqual(['a', 'w']);
});

it('nothing stays of a document that is replaced as a whole', () => {
  expect(idsThatStay(EditorState.create({ doc, selection: new AllSelection(doc) })).size).toBe(0);
});
