import { containerNode } from './containerNode.ts';
import { attributes } from './dataAttribute.ts';

/** `written` is which columns an import had and how it spelled them, for shared/markdown alone. */
export const ActionList = containerNode({
  name: 'actionList',
  group: 'block',
  content: 'actionItem*',
  attributes: attributes({ texts: ['written'] }),
});

/**
 * One action item; its description is its content. `id` is hidden and permanent, `number` the N of `A<N>`,
 * `due` a date `YYYY-MM-DD` (or the words of an import that were no date), `priority` `P1` to `P3`,
 * `status` `open`, `in-progress`, `done` or `dropped` (null means open; other words are an import's own), `why` the id of the why that it
 * answers.
 */
export const ActionItem = containerNode({
  name: 'actionItem',
  content: 'block*',
  attributes: attributes({
    texts: ['id', 'owner', 'ticket', 'due', 'priority', 'status', 'why'],
    numbers: ['number'],
  }),
});
