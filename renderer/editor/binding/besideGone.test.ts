import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { block, line, marked, placeOf } from '../rows/marked.testkit.ts';
import { rowBeside, textAbove } from './besideGone.ts';

it('where a row is gone the one that took its place is selected as a whole, else the one above', () => {
  const item = (words: string) => block('checkItem', words);
  const { doc } = marked(line('above'), block('checklist', item('alpha'), item('beta')));
  const selected = (index: number) => {
    const selection = rowBeside(doc, [1], index);
    return selection instanceof NodeSelection ? selection.node.textContent : null;
  };
  expect([0, 1, 2].map(selected)).toEqual(['alpha', 'beta', 'beta']);
});

it('beside the root cause of a chain the last why is selected, and in a form without rows nothing', () => {
  const problem = block('whyProblem', 'Problem');
  const rootCause = block('rootCause', line('Cause'));
  const chain = marked(block('whyChain', problem, block('why', block('whyQuestion', 'Why?')), rootCause));
  expect(rowBeside(chain.doc, [0], 2)?.from).toBe(placeOf(chain.doc, 'Why?') - 2);
  expect(rowBeside(marked(block('whyChain', problem, rootCause)).doc, [0], 1)).toBeNull();
});

it('a caret that came to a heading goes to the end of the text above it, and to no form or other heading', () => {
  const { doc } = marked(
    block('heading', 'Summary'),
    line('Words'),
    block('heading', 'Impact'),
    block('heading', 'Timeline'),
    block('checklist', block('checkItem', 'alpha')),
    block('heading', 'Actions'),
  );
  const above = (words: string) => textAbove(TextSelection.create(doc, placeOf(doc, words)));
  expect(above('Impact')?.head).toBe(placeOf(doc, 'Words') + 'Words'.length);
  for (const words of ['Summary', 'Words', 'Timeline', 'Actions', 'alpha']) expect(above(words)).toBeNull();
});
