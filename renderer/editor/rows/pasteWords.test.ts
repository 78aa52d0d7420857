import type { Slice } from '@tiptap/pm/model';
import { type EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { block, line, marked, placeOf } from './marked.testkit.ts';
import { pastedWords } from './pasteWords.ts';
import { wholeRows } from './wholeRows.ts';
import { isWithinForm, wordsAcrossRows, wordsOfRows } from './wordsOfRows.ts';

const field = (words: string) => block('field', line(words));
const row = (event: string, source: string) =>
  block('timelineRow', block('timelineEvent', line(event)), block('timelineSource', source));
const why = (question: string, answer: string) =>
  block('why', block('whyQuestion', question), block('whyAnswer', line(answer)));

const selected = (state: EditorState): Slice => state.selection.content();
const shown = ({ content }: Slice): string => content.toString();

describe('words that were selected within a form', () => {
  it.each([
    ['fields', block('fieldList', field('some [words'), field('all'), field('the] end'))],
    [
      'action items',
      block(
        'actionList',
        block('actionItem', line('some [words')),
        block('actionItem', line('all')),
        block('actionItem', line('the] end')),
      ),
    ],
    [
      'items of a checklist',
      block(
        'checklist',
        block('checkItem', 'some [words'),
        block('checkItem', 'all'),
        block('checkItem', 'the] end'),
      ),
    ],
    ['rows of a timeline', block('timeline', row('some [words', 'all'), row('the] end', ''))],
    ['parts of a chain', block('whyChain', block('whyProblem', 'some [words'), why('all', 'the] end'))],
  ])('are paragraphs, a text each: %s', (_, form) => {
    const slice = selected(marked(form));
    expect(isWithinForm(slice)).toBe(true);
    const words = wordsOfRows(slice);
    expect(shown(words)).toBe('<paragraph("[words"), paragraph("all"), paragraph("the")>');
    expect([words.openStart, words.openEnd]).toEqual([1, 1]);
  });

  it('keep the blocks of their text', () => {
    const list = block('bulletList', block('listItem', line('some [words')));
    const slice = selected(marked(block('fieldList', block('field', list), field('the] end'))));
    expect(shown(wordsOfRows(slice))).toBe('<bulletList(listItem(paragraph("[words"))), paragraph("the")>');
  });

  it('are none where the selection goes out of the form', () => {
    expect(isWithinForm(selected(marked(line('some [words'), block('fieldList', field('the] end')))))).toBe(
      false,
    );
  });
});

describe('rows that are selected with what stands beside their form', () => {
  it('are words where they are there in part, and rows where they are whole', () => {
    const slice = selected(
      marked(line('some [words'), block('timeline', row('begins', 'log'), row('pas]ses', ''))),
    );
    const words = wordsAcrossRows(slice);
    expect(shown(words)).toBe(
      '<paragraph("[words"), ' +
        'timeline(timelineRow(timelineEvent(paragraph("begins")), timelineSource("log"))), paragraph("pas")>',
    );
    expect([words.openStart, words.openEnd]).toEqual([1, 1]);
  });

  it('leave other ends as they are', () => {
    const list = block('bulletList', block('listItem', line('some [words')));
    const slice = selected(marked(list, block('fieldList', block('field', line('all'))), line('be]low')));
    expect(wordsAcrossRows(slice)).toBe(slice);
  });
});

describe('rows that are selected from their first words to their last', () => {
  it('are copied as rows', () => {
    const rows = wholeRows(marked(block('timeline', row('[one', 'log'), row('two', 'graph]'))));
    // The last words are the mark itself.
    expect(rows).toBeNull();
    const state = marked(block('timeline', row('[one', 'log'), row('two', ']')));
    const end = placeOf(state.doc, ']') + 1;
    const whole = state.apply(
      state.tr.setSelection(TextSelection.create(state.doc, state.selection.from, end)),
    );
    const slice = wholeRows(whole);
    expect(slice?.content.childCount).toBe(2);
    expect([slice?.openStart, slice?.openEnd]).toEqual([0, 0]);
  });

  it('are none where words of one are left out, and within one text', () => {
    expect(wholeRows(marked(block('fieldList', field('some [words'), field('more]'))))).toBeNull();
    expect(wholeRows(marked(block('fieldList', field('[all]'))))).toBeNull();
  });
});

describe('a paste into a text of a form', () => {
  const rows = selected(marked(block('fieldList', field('some [words'), field('the] end'))));

  it('brings the words of a form, never the form', () => {
    const into = marked(block('timeline', row('be[]fore', '')));
    const pasted = pastedWords(into, rows)?.doc;
    expect(pasted?.textBetween(0, pasted.content.size, '|')).toBe('be[words|the]fore|');
    expect(pasted?.toString()).not.toContain('fieldList');
  });

  it('means what it means elsewhere outside of forms, and without rows', () => {
    expect(pastedWords(marked(line('be[]fore')), rows)).toBeNull();
    expect(
      pastedWords(marked(block('fieldList', field('be[]fore'))), selected(marked(line('[words]')))),
    ).toBeNull();
  });
});
