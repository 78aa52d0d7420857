import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { block, line, marked, placeOf } from '../rows/marked.testkit.ts';
import { placeInRow, selectionInMoved } from './placeInRow.ts';

const why = (id: string, question: string, ...answer: readonly string[]): object => ({
  ...block('why', block('whyQuestion', question), block('whyAnswer', ...answer.map(line))),
  attrs: { id },
});
const chain = (...whys: readonly object[]) => block('whyChain', block('whyProblem', 'Problem'), ...whys);
const one = why('one', 'Why one?', 'first', 'second');
const two = why('two', 'Why two?', 'third');
const before = marked(chain(one, two), line('below')).doc;

const inWords = (words: string, offset: number) =>
  TextSelection.create(before, placeOf(before, words) + offset);

/** The text that a selection is in, with `|` at its head. */
function shown(after: object, selection: TextSelection): string | null {
  const { doc } = marked(after, line('below'));
  const moved = selectionInMoved(doc, placeInRow(selection)!);
  if (moved === null) return null;
  const { parent, parentOffset } = moved.$head;
  return `${parent.textContent.slice(0, parentOffset)}|${parent.textContent.slice(parentOffset)}`;
}

it('a caret goes with its row, to the same place in its text', () => {
  expect(shown(chain(two, one), inWords('second', 3))).toBe('sec|ond');
  expect(shown(chain(two, one), inWords('Why one?', 8))).toBe('Why one?|');
});

it('where its text is shorter there, or gone, the caret stays in the row', () => {
  expect(shown(chain(two, why('one', 'Why one?', 'first', 'se')), inWords('second', 3))).toBe('se|');
  expect(shown(chain(two, why('one', 'Why one?', 'first')), inWords('second', 3))).toBe('fir|st');
  expect(shown(chain(two), inWords('second', 3))).toBeNull();
});

it('a row that has no id is known by its words', () => {
  const item = (words: string) => block('checkItem', words);
  const { doc } = marked(block('checklist', item('alpha'), item(''), item('beta')));
  const moved = marked(block('checklist', item(''), item('beta'), item('alpha'))).doc;
  const place = placeInRow(TextSelection.create(doc, placeOf(doc, 'alpha') + 2))!;
  expect(selectionInMoved(moved, place)?.head).toBe(placeOf(moved, 'alpha') + 2);
  const empty = TextSelection.create(doc, placeOf(doc, 'beta') - 2);
  expect(placeInRow(empty)?.row.textContent).toBe('');
  expect(selectionInMoved(moved, placeInRow(empty)!)).toBeNull();
});

it('a row that is selected as a whole stays selected', () => {
  const position = placeOf(before, 'Why one?') - 2;
  const after = marked(chain(two, one)).doc;
  const moved = selectionInMoved(after, placeInRow(NodeSelection.create(before, position))!);
  expect(moved?.from).toBe(placeOf(after, 'Why one?') - 2);
  expect(moved).toBeInstanceOf(NodeSelection);
});

it('a selection over two rows, and one beside them, is in no row', () => {
  const [from, to] = [placeOf(before, 'Why one?'), placeOf(before, 'Why two?')];
  expect(placeInRow(TextSelection.create(before, from, to))).toBeNull();
  expect(placeInRow(inWords('below', 1))).toBeNull();
});
