import type { EditorState, Transaction } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { droppedWords } from './droppedWords.ts';
import { block, line, marked, placeOf } from './marked.testkit.ts';

const row = (event: string, source: string) =>
  block('timelineRow', block('timelineEvent', line(event)), block('timelineSource', source));

const dropped = (state: EditorState, mark: string, moves = true): Transaction | null =>
  droppedWords(state, {
    at: placeOf(state.doc, mark),
    slice: state.selection.content(),
    moves,
    isDragged: true,
  });

/** The texts of all cells. */
function cells(tr: Transaction | null): readonly string[] {
  const found: string[] = [];
  tr?.doc.check();
  tr?.doc.descendants((node) => {
    if (/^(timelineEvent|timelineSource|field)$/.test(node.type.name))
      found.push(node.textBetween(0, node.content.size, '|'));
  });
  return found;
}

describe('words that are dropped', () => {
  const state = marked(block('timeline', row('one [start', 'the] log'), row('tw|o', 'graph')));

  it('from several cells go into a cell as paragraphs, and leave all cells apart', () => {
    expect(cells(dropped(state, '|'))).toEqual(['one ', '] log', 'tw[start|the|o', 'graph']);
  });

  it('go into a source as one line', () => {
    expect(cells(dropped(state, 'graph'))).toEqual(['one ', '] log', 'tw|o', '[start thegraph']);
  });

  it('go into the heading of a section as one line', () => {
    const heading = { ...block('heading', 'Les#sons'), attrs: { level: 2, section: 'lessons' } };
    const fields = block('fieldList', block('field', line('one [start')), block('field', line('the] end')));
    expect(dropped(marked(fields, heading), '#')?.doc.lastChild?.toString()).toBe(
      'heading("Les[start the#sons")',
    );
  });

  it('stay where they were, too, when they are copied', () => {
    expect(cells(dropped(state, '|', false))).toEqual(['one [start', 'the] log', 'tw[start|the|o', 'graph']);
  });

  it('are where they were when they are dropped on themselves', () => {
    expect(dropped(state, 'start')?.docChanged).toBe(false);
  });

  it('leave the form as words, and bring no form into another one', () => {
    const fields = block('fieldList', block('field', line('Post|ed')));
    const both = marked(block('timeline', row('one [start', 'the] log')), fields, line('be#low'));
    expect(cells(dropped(both, '|'))).toEqual(['one ', '] log', 'Post[start|the|ed']);
    expect(dropped(both, '#')?.doc.lastChild?.textContent).toBe('the#low');
  });

  it('bring forms that lie wholly between, and leave the rows at both ends', () => {
    const fields = block('fieldList', block('field', line('Post] ed')));
    const all = marked(line('so[me'), block('timeline', row('one', 'log')), fields, line('be#low'));
    expect(dropped(all, '#')?.doc.toString()).toBe(
      'doc(paragraph("so"), fieldList(field(paragraph("] ed"))), paragraph("be[me"), ' +
        'timeline(timelineRow(timelineEvent(paragraph("one")), timelineSource("log"))), paragraph("Post#low"))',
    );
  });

  it('are left to others outside of forms, as is a row that is dragged as a whole', () => {
    expect(dropped(marked(line('[some] words'), line('be#low')), '#')).toBeNull();
  });
});
