import { describe, expect, test } from 'vitest';
import { DEFAULT_PLACES } from '../../../document/checklist.ts';
import { textOf } from '../../../document/readBody.ts';
import { type BodyNode, templateBody } from '../../../document/template.ts';
import { OPTIONS } from '../../comesBack.testkit.ts';
import { exportMarkdown } from '../../exportMarkdown.ts';
import { NO_FACTS } from '../../facts/factLines.ts';
import { importMarkdown } from '../../importMarkdown.ts';
import type { PostmortemContent } from '../../postmortemContent.ts';

const line = (text: string): BodyNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const why = (id: string, question: string, answer: string): BodyNode => ({
  type: 'why',
  attrs: { id },
  content: [
    { type: 'whyQuestion', content: [{ type: 'text', text: question }] },
    { type: 'whyAnswer', content: [line(answer)] },
  ],
});

const CHAIN: BodyNode = {
  type: 'whyChain',
  content: [
    { type: 'whyProblem', content: [{ type: 'text', text: 'It was down.' }] },
    why('id-a', 'Why was it down?', 'It was full.'),
    why('id-b', 'Why was it full?', 'It grew.'),
    why('id-c', 'Why did it grow?', 'It had no limit.'),
    why('id-d', 'Why had it none?', 'Nobody set one.'),
    { type: 'rootCause', content: [line('Limits are optional.')] },
  ],
};

const written = (content: PostmortemContent): string => exportMarkdown(content, OPTIONS).text;
const EXPORT = written({
  template: 'full',
  status: 'draft',
  lastAction: 0,
  frontMatter: null,
  titleLead: null,
  facts: { ...NO_FACTS, title: 'Down' },
  body: templateBody('full', 'P1', DEFAULT_PLACES).map((node) => (node.type === 'whyChain' ? CHAIN : node)),
});

/** The parts of the one chain of a text: the hidden id of each, and its words. */
function partsIn(text: string): readonly (readonly string[])[] {
  const [chain, ...others] = importMarkdown(text).postmortem.body.filter(({ type }) => type === 'whyChain');
  expect(others).toEqual([]);
  return (chain?.content ?? []).map((part) => [String(part.attrs?.id ?? part.type), textOf(part)]);
}

const PARTS = partsIn(EXPORT);

function expectChain(edited: string, parts: readonly (readonly string[])[]): void {
  expect(edited).not.toBe(EXPORT);
  expect(partsIn(edited)).toEqual(parts);
  const { postmortem, notes } = importMarkdown(edited);
  expect(notes).toEqual([]);
  const text = written(postmortem);
  expect(importMarkdown(text).postmortem).toEqual(postmortem);
  expect(written(importMarkdown(text).postmortem)).toBe(text);
}

describe('MD-4 whys of an export that are edited by hand are still a chain', () => {
  test.each([
    ['a dash', '**Why 3** — ', '**Why 3** - '],
    ['a colon', '**Why 3** — ', '**Why 3**: '],
    ['a colon in the label', '**Why 3** — ', '**Why 3:** '],
    ['a label that is not bold', '**Why 3** — ', 'Why 3 — '],
    ['a problem that is not bold', '**Problem** — ', 'Problem: '],
    ['a root cause of another name', '**Root cause statement** — ', '**Root cause:** '],
    ['the answer beside its question', 'grow?\n\n  It had', 'grow? It had'],
    ['a number twice', '**Why 4**', '**Why 3**'],
  ])('with %s', (_, before, after) => expectChain(EXPORT.replace(before, after), PARTS));

  describe('of which one is a system-level truth', () => {
    const SYSTEM = EXPORT.replace('**Why 4** — Why', '**Why 4 (system level)** — Why');
    const isSystem = (text: string): readonly unknown[] =>
      importMarkdown(text)
        .postmortem.body.find(({ type }) => type === 'whyChain')
        ?.content?.map(({ attrs }) => attrs?.systemLevel ?? false) ?? [];

    test.each([
      ['(System-level)** — ', SYSTEM.replace('(system level)', '(System-level)')],
      ['(system-level)** — ', SYSTEM.replace('(system level)', '(system-level)')],
      ['(System level truth)** — ', SYSTEM.replace('(system level)', '(System level truth)')],
      ['(system level):** ', SYSTEM.replace('(system level)** — ', '(system level):** ')],
      ['** (system-level) — ', SYSTEM.replace(' (system level)** — ', '** (system-level) — ')],
      ['without bold', SYSTEM.replace('**Why 4 (system level)** — ', 'Why 4 (System-level) — ')],
      ['a colon in every label', SYSTEM.replace(/(\*\*Why \d.*?)\*\* — /g, '$1:** ')],
    ])('written %s', (_, edited) => {
      expect(edited).not.toBe(SYSTEM);
      expectChain(edited, PARTS);
      expect(isSystem(edited)).toEqual([false, false, false, false, true, false]);
      expect(written(importMarkdown(edited).postmortem)).toContain('**Why 4 (system level)** — Why had');
    });
  });

  test('with one why less, the others numbered anew', () => {
    const edited = EXPORT.replace(/- \*\*Why 2\*\*[\s\S]*?(?=- \*\*Why 3)/, '');
    expectChain(
      edited,
      PARTS.filter(([id]) => id !== 'id-b'),
    );
    expect(written(importMarkdown(edited).postmortem)).toContain('**Why 2** — Why did it grow?');
  });

  test('with one why more, which has an id of its own', () => {
    const edited = EXPORT.replace('- **Why 3**', '- **Why 3** — Why now?\n\n  It was used more.\n\n$&');
    const added = ['why3', 'Why now?\nIt was used more.'];
    expectChain(edited, [...PARTS.slice(0, 3), added, ...PARTS.slice(3)]);
  });

  test('with other words in a question, which keeps its id by its place', () => {
    const edited = EXPORT.replace('— Why had it none?', '— What about limits?');
    expectChain(
      edited,
      PARTS.map(([id = '', words = '']) => [id, words.replace('Why had it none?', 'What about limits?')]),
    );
  });

  describe('with two changes that meet', () => {
    const withoutThird = EXPORT.replace(/- \*\*Why 3\*\*[\s\S]*?(?=- \*\*Why 4)/, '');
    const third = (id: string): boolean => id === 'id-c';

    test.each([
      ['question', 'Why had it none?', 'What about limits?'],
      ['answer', 'Nobody set one.', 'They were forgotten.'],
    ])('a why less, and other words in the %s of the next one', (_, before, after) => {
      const at = withoutThird.lastIndexOf(before);
      expectChain(
        withoutThird.slice(0, at) + withoutThird.slice(at).replace(before, after),
        PARTS.filter(([id = '']) => !third(id)).map(([id = '', words = '']) => [
          id,
          words.replace(before, after),
        ]),
      );
    });

    test('a why more, and other words in the question of the next one', () => {
      const added = '- **Why 3** — Why now?\n\n  It was used more.\n\n- **Why 4** — How did it grow?';
      const edited = EXPORT.replace('- **Why 3** — Why did it grow?', added);
      expectChain(edited, [
        ...PARTS.slice(0, 3),
        ['why3', 'Why now?\nIt was used more.'],
        ['id-c', 'How did it grow?\nIt had no limit.'],
        ...PARTS.slice(4),
      ]);
    });

    test('a why moved behind the next one, and another one in its place', () => {
      const moved = EXPORT.replace(
        /(- \*\*Why 2\*\*[\s\S]*?)(?=- \*\*Why 3)([\s\S]*?)(?=- \*\*Root)/,
        '- **Why 2** — Why now?\n\n  It was used more.\n\n$2$1',
      );
      const ids = partsIn(moved).map(([id]) => id);
      expect(ids).toHaveLength(new Set(ids).size);
      expect(ids).toEqual(expect.arrayContaining(['id-a', 'id-b', 'id-c', 'id-d']));
    });
  });

  test.each([
    ['Why 3', 2],
    ['Root cause statement', 4],
  ])('with an entry of no kind in front of %s, which stands below the part in front of it', (label, at) => {
    const edited = EXPORT.replace(`- **${label}**`, `- Note: _look_ here\n\n- Note: and here\n\n$&`);
    const more = '\nNote: look here\nNote: and here';
    expectChain(
      edited,
      PARTS.map(([id = '', words = ''], i) => [id, i === at ? `${words}${more}` : words]),
    );
  });
});

/** Each why of a list inside of the one in front of it. */
const nested = (list: string): string => {
  let depth = 0;
  return list.replace(/^- \*\*Why/gm, (item) => `${'  '.repeat(depth++)}${item}`);
};

describe('whys that stay a list', () => {
  const note = expect.stringMatching(/^A list of whys stays a list: \d of its \d entries/);

  test('as an entry of no kind has no place behind the problem say so, and lose no word', () => {
    const edited = EXPORT.replace('- **Why 1**', '- Note: look here\n\n$&');
    expect(partsIn(edited)).toEqual([]);
    const { postmortem, notes } = importMarkdown(edited);
    expect(notes).toEqual([note]);
    expect(written(postmortem)).toContain(
      edited.slice(edited.indexOf('- **Problem'), edited.indexOf('## Contr')),
    );
  });

  describe('as they became something else, with the links of actions to them', () => {
    const linked: BodyNode = {
      type: 'actionList',
      content: [
        { type: 'actionItem', attrs: { id: 'do', number: 1, why: 'id-c' }, content: [line('Set one.')] },
      ],
    };
    const { postmortem } = importMarkdown(EXPORT);
    const text = written({
      ...postmortem,
      body: postmortem.body.map((block) => (block.type === 'whyChain' ? CHAIN : block)).concat(linked),
    });
    const chain = text.slice(text.indexOf('- **Problem'), text.indexOf('## Contr'));
    const flat = chain.replace(/\n\n {2}(?=\S)/g, ' ').replace(/\n\n/g, '\n');
    const unlinked = 'No longer linked to a why: A1. No why in the text is known as the one that was meant.';
    const paragraphs = expect.stringMatching(/^4 paragraphs or headings that are labelled as a why stay/);

    test.each([
      ['entries inside of each other', nested(flat), [note, unlinked]],
      ['entries to tick', chain.replace(/^- /gm, '- [x] '), [note, unlinked]],
      ['paragraphs', chain.replace(/^(?:- | {2})/gm, ''), [paragraphs, unlinked]],
      ['paragraphs of parts', flat.replace(/^- /gm, '\n'), [unlinked]],
    ])('%s say so', (_, whys, said) => {
      const edited = text.replace(chain, `${whys}\n`);
      expect(importMarkdown(text).notes).toEqual([]);
      expect(importMarkdown(edited).notes).toEqual(said);
      const again = written(importMarkdown(edited).postmortem);
      expect(written(importMarkdown(again).postmortem)).toBe(again);
    });
  });

  test('in a text of somebody else’s are written as they were, and it is said', () => {
    const source = '## Root cause\n\n- **Why 1:** Why?\n- **Why 3:** And why?\n';
    const { postmortem, notes } = importMarkdown(source);
    expect(written(postmortem)).toBe(source);
    expect(notes).toEqual([note]);
    expect(importMarkdown(source.replace('3', '2')).notes).toEqual([]);
  });

  test('in the document stay one in its export', () => {
    const { postmortem } = importMarkdown(EXPORT);
    const items = ['Why 1 — a', 'Why 3 — b'].map((text) => ({ type: 'listItem', content: [line(text)] }));
    const body = postmortem.body.map((node) =>
      node.type === 'whyChain' ? { type: 'bulletList', content: items } : node,
    );
    const content = { ...postmortem, body };
    expect(importMarkdown(written(content)).postmortem).toEqual(content);
  });
});
