import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { describe, expect, it, vi } from 'vitest';
import { postmortemSchema as schema } from '../../../shared/schema/postmortemSchema.ts';
import { ACTION_ITEM } from '../nodes/action-list/actionKind.ts';
import { FIELD } from '../nodes/field-list/fieldKind.ts';
import { pasteInRows } from '../nodes/timeline/paste/pasteInRows.ts';
import { block, line, marked } from './marked.testkit.ts';
import { pasteBeside } from './pasteBeside.ts';
import { pasteWords } from './pasteWords.ts';
import { clipboardOf, pluginView } from './pluginView.testkit.ts';
import { replaceAcrossRows } from './replaceAcrossRows.ts';

// There is no page here, and no HTML in these clipboards.
vi.mock('../paste-html/cleanHtml.ts', () => ({
  cleanHtml: (html: string) => html,
  isOnePicture: () => false,
}));

const row = (event: string, source = '') =>
  block('timelineRow', block('timelineEvent', line(event)), block('timelineSource', source));
const item = (words: string) => block('actionItem', line(words));
const field = (words: string) => block('field', line(words));
const rowSlice = (json: object): Slice => new Slice(Fragment.from(schema.nodeFromJSON(json)), 0, 0);

const EXTENSIONS = [pasteBeside([ACTION_ITEM, FIELD]), pasteInRows, pasteWords, replaceAcrossRows];

/** The texts of all rows after a paste over what is selected, and how many steps of undo it began. */
function pasted(form: object, slice: Slice, clipboard = clipboardOf('')) {
  const view = pluginView(marked(form), EXTENSIONS);
  const isTaken = view.ask('handlePaste', clipboard, slice);
  const rows: string[] = [];
  view.state.doc.check();
  view.state.doc.firstChild?.forEach((node: Node) => {
    rows.push(node.textBetween(0, node.content.size, '|'));
  });
  return { isTaken, rows, steps: view.steps };
}

describe('a row that is pasted over words of several rows', () => {
  it('comes in beside rows of its kind and replaces none', () => {
    const form = block('actionList', item('one [two'), item('all'), item('the] end'));
    expect(pasted(form, rowSlice(item('new'))).rows).toEqual(['one [two', 'new', 'all', 'the] end']);
  });

  it('comes in so with all rows of a form that is pasted whole', () => {
    const form = block('actionList', item('one [two'), item('the] end'));
    const other = block('actionList', item('new'), item('newer'));
    expect(pasted(form, rowSlice(other)).rows).toEqual(['one [two', 'new', 'newer', 'the] end']);
  });

  it.each([
    [
      'an action item, in a timeline',
      block('timeline', row('one [two', 'log'), row('the] end')),
      item('new'),
    ],
    ['a field, among action items', block('actionList', item('one [two'), item('the] end')), field('new')],
    [
      'a row of a timeline, among fields',
      block('fieldList', field('one [two'), field('the] end')),
      row('new'),
    ],
  ])('takes the place of the words, and leaves two rows of another kind: %s', (_, form, other) => {
    const { rows } = pasted(form, rowSlice(other));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/^one (new|\|?new)/);
    expect(rows[1]).toMatch(/^\] end/);
  });
});

describe('a paste over words of several rows', () => {
  const form = block('timeline', row('one [two'), row('all'), row('the] end'));
  const isLeft = { isTaken: false, rows: ['one [two|', 'all|', 'the] end|'], steps: 0 };

  it('deletes nothing where nothing is pasted', () => {
    expect(pasted(form, Slice.empty)).toEqual(isLeft);
  });

  it('is left to others among rows of other kinds where nothing is pasted', () => {
    const items = block('actionList', item('one[] two'));
    expect(pasted(items, Slice.empty).isTaken).toBe(false);
  });

  it('deletes nothing where a file is pasted, which takes the place of nothing', () => {
    const picture = new File([''], 'graph.png', { type: 'image/png' });
    expect(pasted(form, Slice.empty, clipboardOf('', [picture]))).toEqual(isLeft);
    expect(pasted(form, rowSlice(line('graph.png')), clipboardOf('', [picture]))).toEqual(isLeft);
  });

  it('deletes the words that other words come in for', () => {
    expect(pasted(form, rowSlice(line('new')), clipboardOf('new')).rows).toEqual(['one |', '] end|']);
  });
});

describe('times that are pasted over words of several rows', () => {
  it('come in as rows beside the first one in one step, and replace none', () => {
    const form = block('timeline', row('one [two'), row('all'), row('the] end'));
    const text = '14:02 The alert fired\n14:05 Paged';
    const words = rowSlice(line(text));
    expect(pasted(form, words, clipboardOf(text))).toEqual({
      isTaken: true,
      rows: ['one [two|', 'The alert fired|', 'Paged|', 'all|', 'the] end|'],
      // Before it and after it.
      steps: 2,
    });
  });
});
