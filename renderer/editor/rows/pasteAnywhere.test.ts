import type { Fragment, Node, Slice } from '@tiptap/pm/model';
import { EditorState, NodeSelection, type Selection, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { postmortemSchema as schema } from '../../../shared/schema/postmortemSchema.ts';
import { SEED } from '../../../shared/testing/seed.testkit.ts';
import { copiedText } from '../copy-text/copiedText.ts';
import { headingBesideSelection } from '../keys/besideHeading.ts';
import { sectionHeading } from '../keys/sectionHeading.ts';
import { ACTION_ITEM } from '../nodes/action-list/actionKind.ts';
import { CHECK_ITEM } from '../nodes/checklist/checkKind.ts';
import { FIELD } from '../nodes/field-list/fieldKind.ts';
import { SIGN_OFF_ROW } from '../nodes/sign-off/signOffKind.ts';
import { TableView } from '../nodes/table/TableView.ts';
import { pasteInRows } from '../nodes/timeline/paste/pasteInRows.ts';
import { pasteIntoSource } from '../nodes/timeline/paste/pasteIntoSource.ts';
import { WHY } from '../nodes/why-chain/whyKind.ts';
import { ROWS } from './formParts.ts';
import { block, line } from './marked.testkit.ts';
import { pasteBelowForm } from './pasteBelowForm.ts';
import { pasteBeside } from './pasteBeside.ts';
import { pasteIntoLine } from './pasteIntoLine.ts';
import { pasteWords } from './pasteWords.ts';
import { clipboardOf, type PluginView, pluginView } from './pluginView.testkit.ts';
import { replaceAcrossRows } from './replaceAcrossRows.ts';
import { wholeRows } from './wholeRows.ts';

// There is no page here, and no HTML in these clipboards but the word that it is of rows.
vi.mock('../paste-html/cleanHtml.ts', () => ({
  cleanHtml: (html: string) => html,
  isOnePicture: () => false,
}));

const EXTENSIONS = [
  TableView,
  headingBesideSelection,
  sectionHeading,
  pasteInRows,
  pasteIntoSource,
  pasteBeside([WHY, ACTION_ITEM, FIELD, CHECK_ITEM, SIGN_OFF_ROW]),
  pasteBelowForm,
  pasteIntoLine,
  pasteWords,
  replaceAcrossRows,
];

const given = (attrs: object, node: object): object => ({ ...node, attrs });
const heading = (section: string | null, words: string) =>
  given({ level: section === null ? 3 : 2, section }, block('heading', words));
const row = (event: string, source: string) =>
  block('timelineRow', block('timelineEvent', line(event)), block('timelineSource', source));
const why = (question: string, ...answer: readonly object[]) =>
  block('why', block('whyQuestion', question), block('whyAnswer', ...answer));
const items = (...words: readonly string[]) =>
  block('bulletList', ...words.map((text) => block('listItem', line(text))));
const cells = (...words: readonly string[]) =>
  block('tableRow', ...words.map((text) => block('tableCell', line(text))));

/** A document with all that a postmortem is made of. */
const sample = schema.nodeFromJSON(
  block(
    'doc',
    heading('summary', 'summary'),
    line('certificates were rejected'),
    items('first shops', 'second shops'),
    block('blockquote', line('all hands')),
    heading('impact', 'impact'),
    block('fieldList', block('field', line('smaller merchants')), block('field', items('refused', 'lost'))),
    line('between the forms'),
    heading('timeline', 'timeline'),
    block('timeline', row('release begins', 'log'), row('canary passes', ''), row('paged', 'chat')),
    heading(null, 'detail'),
    block('table', cells('region', 'errors'), cells('north', 'many')),
    block('codeBlock', 'curl issuer'),
    heading('analysis', 'analysis'),
    block(
      'whyChain',
      block('whyProblem', 'payments failed'),
      why('why refused', line('expired'), items('vault', 'standby')),
      why('why unseen', line('unwatched')),
      block('rootCause', line('no owner')),
    ),
    heading('actions', 'actions'),
    block('actionList', block('actionItem', line('watch expiry')), block('actionItem', line('drill'))),
    block('checklist', block('checkItem', 'filed'), block('checkItem', 'sent')),
    block(
      'signOff',
      given({ role: 'author', name: 'ines', date: null }, block('signOffRow')),
      given({ role: 'approver', name: 'tomasz', date: null }, block('signOffRow')),
    ),
    line('the end'),
  ),
);

const inCapitals = (node: Node): Node => {
  const { text, type, attrs, content } = node;
  if (text !== undefined) return schema.text(text.toUpperCase());
  const { role, name } = attrs;
  const signed = type.name === 'signOffRow' ? { role: role.toUpperCase(), name: name.toUpperCase() } : {};
  return type.create({ ...attrs, ...signed }, content.content.map(inCapitals));
};

/** The same document in capitals. */
const TARGET = inCapitals(sample);

/** All letters of a content, those of the sign-off too, in the order of the alphabet. */
function lettersOf(content: Fragment): string {
  const words: string[] = [];
  content.descendants(({ text, type, attrs }) => {
    if (text !== undefined) words.push(text);
    if (type.name === 'signOffRow') words.push(attrs.role ?? '', attrs.name ?? '');
  });
  return [...words.join('').replace(/\s/g, '')].sort().join('');
}

const only = (letters: string, kind: RegExp): string => letters.replace(kind, '');

/** What is copied between two places of the sample. */
function copied(from: number, to: number): Slice {
  const state = EditorState.create({ doc: sample, selection: between(sample, from, to) });
  const slice = state.selection.content();
  return slice.openStart > 0 ? (wholeRows(state) ?? slice) : slice;
}

const between = (doc: Node, from: number, to: number): TextSelection =>
  TextSelection.between(doc.resolve(from), doc.resolve(to)) as TextSelection;

function pasted(slice: Slice, selection: Selection): PluginView {
  const view = pluginView(EditorState.create({ doc: TARGET, selection }), EXTENSIONS);
  let isOfRows = false;
  slice.content.descendants(({ type }) => {
    if (type.name === 'timelineRow') isOfRows = true;
  });
  const text = copiedText(slice, new Map()) ?? slice.content.textBetween(0, slice.content.size, '\n');
  view.paste(slice, clipboardOf(text, [], isOfRows ? 'data-node="timelineRow"' : '<p>'));
  return view;
}

const place = (doc: Node) => fc.integer({ min: 0, max: doc.content.size });

describe('whatever is pasted, wherever', () => {
  it('all of its words come in, once, and none of those that are there goes', () => {
    fc.assert(
      fc.property(place(sample), place(sample), place(TARGET), (from, to, at) => {
        const slice = copied(from, to);
        const { state } = pasted(slice, between(TARGET, at, at));
        state.doc.check();
        const letters = lettersOf(state.doc.content);
        expect(only(letters, /[A-Z]/g)).toBe(lettersOf(slice.content));
        expect(only(letters, /[a-z]/g)).toBe(lettersOf(TARGET.content));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('all of its words come in over words that are selected, and over a row', () => {
    const rows: number[] = [];
    TARGET.descendants(({ type }, position) => {
      if (ROWS.has(type.name)) rows.push(position);
    });
    const selection = fc.oneof(
      fc.tuple(place(TARGET), place(TARGET)).map(([from, to]) => between(TARGET, from, to)),
      fc.constantFrom(...rows).map((position) => NodeSelection.create(TARGET, position)),
    );
    fc.assert(
      fc.property(place(sample), place(sample), selection, (from, to, over) => {
        const slice = copied(from, to);
        const { state } = pasted(slice, over);
        state.doc.check();
        expect(only(lettersOf(state.doc.content), /[A-Z]/g)).toBe(lettersOf(slice.content));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
