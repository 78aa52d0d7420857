import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { bodyOf } from '../../shared/document/layout.ts';
import { SEED } from '../../shared/testing/seed.testkit.ts';
import { BY_HAND } from './origins.ts';
import { PersonalUndo } from './personalUndo.ts';

/** `type` and `take` at a place in a line, `touch` it without a trace; `drop` and `add` a line; each is one step. */
type Edit =
  | readonly ['type', line: number, at: number, words: string]
  | readonly ['take', line: number, at: number, length: number]
  | readonly ['touch' | 'drop', line: number]
  | readonly ['add', at: number, words: string];

/** Two lines that were there before, edited by one person. */
function twoLines() {
  const before = new Y.Doc();
  for (const words of ['abcdef', 'ABCDEF']) bodyOf(before).push([lineOf(words)]);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(before));
  const body = bodyOf(doc);
  const undo = new PersonalUndo(doc, () => {});
  const edit = (change: Edit): void => {
    undo.stopCapturing();
    doc.transact(() => applyTo(body, change), BY_HAND);
    undo.stopCapturing();
  };
  const words = () => body.toArray().map((line) => textOf(line).toString());
  return { undo, edit, words };
}

function lineOf(words: string): Y.XmlElement {
  const line = new Y.XmlElement('paragraph');
  line.insert(0, [new Y.XmlText(words)]);
  return line;
}

const textOf = (line: unknown): Y.XmlText => (line as Y.XmlElement).get(0) as Y.XmlText;

/** Places beyond the end are counted on from the beginning; an edit of a line that is not there does nothing. */
function applyTo(body: Y.XmlFragment, [kind, ...edit]: Edit): void {
  const [at, ...rest] = edit;
  if (kind === 'add') {
    body.insert(at % (body.length + 1), [lineOf(String(rest[0]))]);
    return;
  }
  if (body.length === 0) return;
  const line = at % body.length;
  if (kind === 'drop') body.delete(line, 1);
  else if (kind === 'touch') {
    textOf(body.get(line)).insert(0, 'z');
    textOf(body.get(line)).delete(0, 1);
  } else {
    const text = textOf(body.get(line));
    const [place, what] = rest;
    if (typeof what === 'string') text.insert(Number(place) % (text.length + 1), what);
    else if (text.length > 0) {
      const from = Number(place) % text.length;
      text.delete(from, Math.min(Number(what), text.length - from));
    }
  }
}

it.each<[string, readonly (Edit | 'undo')[], readonly string[]]>([
  [
    'words behind typed ones that were deleted, brought back, and deleted with their line',
    [['type', 1, 0, 'Q'], ['take', 1, 1, 3], 'undo', ['drop', 1], 'undo'],
    ['abcdef', 'QABCDEF'],
  ],
  [
    'typed words, typed into after their line was brought back, are taken back whole',
    [['type', 1, 0, 'QRS'], ['drop', 1], 'undo', ['type', 1, 1, 'R'], 'undo', 'undo'],
    ['abcdef', 'ABCDEF'],
  ],
  [
    'what was typed between words that were brought back stays between them',
    [['type', 0, 3, 'QR'], ['take', 0, 3, 3], 'undo', ['type', 0, 4, 'T'], ['drop', 0], 'undo'],
    ['abcQTRdef', 'ABCDEF'],
  ],
  [
    'words come back to where they were in a line that was brought back before',
    [['take', 1, 2, 3], ['drop', 1], 'undo', ['take', 1, 1, 1], 'undo', 'undo'],
    ['abcdef', 'ABCDEF'],
  ],
])('%s', (_, steps, expected) => {
  const { undo, edit, words } = twoLines();
  for (const step of steps) {
    if (step === 'undo') undo.undo();
    else edit(step);
  }
  expect(words()).toEqual(expected);
});

it('steps that come to nothing, such as a sign typed and deleted at once, do not hide the one before them', () => {
  const { undo, edit, words } = twoLines();
  edit(['type', 1, 0, 'QRS']);
  edit(['drop', 1]);
  undo.undo();
  edit(['type', 1, 1, 'R']);
  undo.undo();
  for (let times = 0; times < 8; times += 1) edit(['touch', 0]);
  undo.undo();
  expect(words()).toEqual(['abcdef', 'ABCDEF']);
});

const place = fc.nat(9);
const written = fc.constantFrom('Q', 'RS', 'TUV');
const edits: fc.Arbitrary<Edit | 'undo' | 'redo'> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant('type' as const), place, place, written) },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constant('take' as const), place, place, fc.integer({ min: 1, max: 3 })),
  },
  { weight: 2, arbitrary: fc.tuple(fc.constant('drop' as const), place) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('add' as const), place, written) },
  { weight: 5, arbitrary: fc.constant('undo' as const) },
  { weight: 1, arbitrary: fc.constant('redo' as const) },
);

it('undo and redo bring back every sign that was there, and no other', () => {
  const signs = (lines: readonly string[]): string => [...lines.join('')].sort().join('');
  fc.assert(
    fc.property(fc.array(edits, { minLength: 4, maxLength: 20 }), (steps) => {
      const { undo, edit, words } = twoLines();
      const states = [words()];
      let now = 0;
      for (const step of steps) {
        if (step === 'undo' || step === 'redo') {
          const next = step === 'undo' ? now - 1 : now + 1;
          if (states[next] === undefined) continue;
          undo[step]();
          now = next;
          expect(signs(words())).toBe(signs(states[now] ?? []));
        } else {
          edit(step);
          if (JSON.stringify(words()) === JSON.stringify(states[now])) continue;
          now += 1;
          states.splice(now, states.length, words());
        }
      }
    }),
    { seed: SEED, numRuns: 3_000 },
  );
});
