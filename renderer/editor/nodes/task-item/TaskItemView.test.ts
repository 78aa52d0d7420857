import { getSchema } from '@tiptap/core';
import { expect, it } from 'vitest';
import { postmortemExtensions, postmortemSchema } from '../../../../shared/schema/postmortemSchema.ts';
import { TaskItemView } from './TaskItemView.ts';

it('the item that is drawn in the window holds what the item of the document holds', () => {
  const drawn = getSchema(
    postmortemExtensions.map((plain) => (plain.name === TaskItemView.name ? TaskItemView : plain)),
  );
  const ofDocument = postmortemSchema.nodes.taskItem!;
  const ofWindow = drawn.nodes.taskItem!;
  expect(ofWindow.spec.content).toBe(ofDocument.spec.content);
  expect(ofWindow.spec.attrs).toEqual(ofDocument.spec.attrs);
});
