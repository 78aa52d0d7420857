import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { isAcrossRows, withoutSelectedRows } from './acrossRows.ts';
import { block, marked, placeOf, line as words } from './marked.testkit.ts';

const { nodes, text } = {
  nodes: postmortemSchema.nodes,
  text: (words: string) => postmortemSchema.text(words),
};
const line = (words: string) => nodes.paragraph!.create(null, words === '' ? null : text(words));
const item = (number: number, words: string) =>
  nodes.actionItem!.create({ id: `id${number}`, number }, line(words));

/** A state of these action items, selected from the first of one mark in the text to the first of another. */
function selected(words: readonly string[], start: string, end: string): EditorState {
  const items = words.map((word, index) => item(index + 1, word));
  const doc = nodes.doc!.create(null, [nodes.actionList!.create(null, items)]);
  const at = (mark: string): number => {
    let found = -1;
    doc.descendants((node, position) => {
      if (node.isText && found < 0 && node.text?.includes(mark)) found = position + node.text.indexOf(mark);
    });
    return found;
  };
  return EditorState.create({ doc, selection: TextSelection.create(doc, at(start), at(end)) });
}

const rows = (state: EditorState): readonly string[] => {
  const found: string[] = [];
  withoutSelectedRows(state).doc.descendants((node) => {
    if (node.type.name === 'actionItem') found.push(`A${node.attrs.number} ${node.textContent}`);
  });
  return found;
};

describe('a selection across rows', () => {
  it('takes the words of both ends and the rows between, and leaves the ends two rows', () => {
    const state = selected(['one[here', 'two', 'three', 'there]four'], '[', ']');
    expect(isAcrossRows(state)).toBe(true);
    expect(rows(state)).toEqual(['A1 one', 'A4 ]four']);
  });

  it('leaves a row whose text is wholly selected, empty', () => {
    expect(rows(selected(['[one', 'two]'], '[', ']'))).toEqual(['A1 ', 'A2 ]']);
  });

  it('leaves the caret where the selection began', () => {
    const tr = withoutSelectedRows(selected(['one[here', 'there]four'], '[', ']'));
    expect(tr.selection.$from.parent.textContent).toBe('one');
    expect(tr.selection.$from.parentOffset).toBe(3);
  });

  it('keeps the caret in the row where it began, also when a whole paragraph of it goes', () => {
    const lines = nodes.actionItem!.create({ id: 'id1', number: 1 }, [line('one'), line('two')]);
    const doc = nodes.doc!.create(null, [nodes.actionList!.create(null, [lines, item(2, 'three')])]);
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, 8, 17) });
    const tr = withoutSelectedRows(state).insertText('X');
    expect(tr.doc.textBetween(0, tr.doc.content.size, '|')).toBe('one|X|ree');
  });

  it('is none within one text', () => {
    expect(isAcrossRows(selected(['one[here]'], '[', ']'))).toBe(false);
  });

  it('goes from the question of a why to its answer', () => {
    const why = nodes.why!.create(null, [
      nodes.whyQuestion!.create(null, text('Why?')),
      nodes.whyAnswer!.create(null, line('Because')),
    ]);
    const doc = nodes.doc!.create(null, [nodes.whyChain!.create(null, why)]);
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, 5, 12) });
    expect(isAcrossRows(state)).toBe(true);
    expect(
      withoutSelectedRows(state).doc.textBetween(0, withoutSelectedRows(state).doc.content.size, '|'),
    ).toBe('Wh|cause');
  });
});

describe('a selection that goes out of a form', () => {
  const row = (event: string, source: string) =>
    block('timelineRow', block('timelineEvent', words(event)), block('timelineSource', source));
  const why = (question: string, answer: string) =>
    block('why', block('whyQuestion', question), block('whyAnswer', words(answer)));
  const list = (...items: readonly string[]) =>
    block('bulletList', ...items.map((item) => block('listItem', words(item))));
  const timeline = (...rows: readonly object[]) => block('timeline', ...rows);
  const after = (...blocks: readonly object[]) => {
    const state = marked(...blocks);
    expect(isAcrossRows(state)).toBe(true);
    const tr = withoutSelectedRows(state);
    tr.doc.check();
    expect(tr.selection.from).toBe(state.selection.from);
    return tr.doc.toString().replace(/^doc/, '');
  };

  it.each([
    [
      'from a paragraph into the source of a row',
      [words('one [two'), words('all'), timeline(row('all', 'all'), row('all', 'lo]g'))],
      '(paragraph("one "), timeline(timelineRow(timelineEvent(paragraph), timelineSource("]g"))))',
    ],
    [
      'from a source to the answer of a why',
      [
        timeline(row('one', 'lo[g'), row('all', 'all')),
        block('actionList', block('actionItem', words('all'))),
        block('whyChain', block('whyProblem', 'all'), why('all', 'all'), why('all', 'be]cause')),
      ],
      '(timeline(timelineRow(timelineEvent(paragraph("one")), timelineSource("lo"))), ' +
        'whyChain(whyProblem, why(whyQuestion, whyAnswer(paragraph("]cause")))))',
    ],
    [
      'from a row into a paragraph, which stays',
      [timeline(row('one [two', 'log')), words('end]')],
      '(timeline(timelineRow(timelineEvent(paragraph("one ")), timelineSource)), paragraph("]"))',
    ],
    [
      'from a list into a field',
      [list('one [two', 'all'), block('fieldList', block('field', words('a] field')))],
      '(bulletList(listItem(paragraph("one "))), fieldList(field(paragraph("] field"))))',
    ],
    [
      'from a field into a list',
      [block('fieldList', block('field', words('a [field'))), list('all', 'on]e', 'two')],
      '(fieldList(field(paragraph("a "))), bulletList(listItem(paragraph("]e")), listItem(paragraph("two"))))',
    ],
    [
      'from a line of a quote into the form beside it',
      [block('blockquote', words('one [two'), words('all'), timeline(row('ev]ent', 'log')))],
      '(blockquote(paragraph("one "), timeline(timelineRow(timelineEvent(paragraph("]ent")), timelineSource("log")))))',
    ],
  ])('keeps the rows and lines of both ends, and takes what is between: %s', (_, blocks, left) => {
    expect(after(...blocks)).toBe(left);
  });

  it('takes a heading that is selected to its end', () => {
    const { doc } = marked(timeline(row('one two', 'log')), block('heading', 'Next'), words('more'));
    const selection = TextSelection.create(doc, placeOf(doc, 'two'), placeOf(doc, 'Next') + 4);
    const left = withoutSelectedRows(EditorState.create({ doc, selection })).doc;
    expect(left.children.map(({ type }) => type.name)).toEqual(['timeline', 'paragraph']);
  });

  it('is none over a whole form', () => {
    expect(isAcrossRows(marked(words('one [two'), timeline(row('all', 'all')), words('en]d')))).toBe(false);
  });
});
