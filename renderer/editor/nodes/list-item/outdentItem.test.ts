import { expect, it } from 'vitest';
import { block, line, marked } from '../../rows/marked.testkit.ts';
import { isInNestedList } from './outdentItem.ts';

const item = (...content: readonly object[]) => block('listItem', ...content);
const list = (...items: readonly object[]) => block('bulletList', ...items);

it('only an item of a list within another one is taken out by Shift+Tab', () => {
  expect(isInNestedList(marked(list(item(line('fi[]rst')), item(line('second')))))).toBe(false);
  expect(isInNestedList(marked(list(item(line('first'), list(item(line('nes[]ted')))))))).toBe(true);
  expect(isInNestedList(marked(line('pro[]se')))).toBe(false);
});

it('a list in a row of a form is no nested one', () => {
  const field = block('fieldList', block('field', list(item(line('fi[]rst')))));
  expect(isInNestedList(marked(field))).toBe(false);
});
