import { expect, test } from 'vitest';
import { textOf } from '../../../document/readBody.ts';
import type { BodyNode } from '../../../document/template.ts';
import { OPTIONS } from '../../comesBack.testkit.ts';
import { exportMarkdown } from '../../exportMarkdown.ts';
import { importMarkdown } from '../../importMarkdown.ts';

const ACTIONS =
  '## Action items\n\n| ID | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Rotate | ann | 2024-06-01 |\n';
const textWith = (whys: string): string => `# Down\n\n## Root cause\n\n${whys}\n\n${ACTIONS}`;

const partsIn = (type: string, body: readonly BodyNode[]): readonly BodyNode[] =>
  body.flatMap((node) => (node.type === type ? [node] : partsIn(type, node.content ?? [])));

/** An export of an imported text in which its action is linked to its second why. */
function linkedExport(whys: string): string {
  const { postmortem } = importMarkdown(textWith(whys));
  const why = partsIn('why', postmortem.body)[1]?.attrs?.id;
  const link = (node: BodyNode): BodyNode =>
    node.type === 'actionItem'
      ? { ...node, attrs: { ...node.attrs, why } }
      : { ...node, ...(node.content === undefined ? {} : { content: node.content.map(link) }) };
  return exportMarkdown({ ...postmortem, body: postmortem.body.map(link) }, OPTIONS).text;
}

/** The words of the why that the action of a text is linked to. */
function linkedWords(text: string): string | undefined {
  const { body } = importMarkdown(text).postmortem;
  const [action] = partsIn('actionItem', body);
  const linked = partsIn('why', body).find(({ attrs }) => attrs?.id === action?.attrs?.why);
  return linked === undefined ? undefined : textOf(linked);
}

test.each([
  ['a list', '1. Why down? It was full.\n2. Why full? No rotation.\n3. Why none? Forgotten.'],
  [
    'paragraphs',
    'Why 1: Why down? It was full.\n\nWhy 2: Why full? No rotation.\n\nWhy 3: Why none? Forgotten.',
  ],
  [
    'headings',
    '### Why 1: Why down?\n\nIt was full.\n\n### Why 2: Why full?\n\nNo rotation.\n\n### Why 3: Why none?\n\nForgotten.',
  ],
])(
  'An action of a text that was imported stays linked to its why in %s when one above is deleted',
  (_, whys) => {
    const text = linkedExport(whys);
    expect(linkedWords(text)).toContain('Why full?');
    expect(exportMarkdown(importMarkdown(text).postmortem, OPTIONS).text).toBe(text);
    const [front = '', body = ''] = text.split('# Down');
    const edited = body
      .replace(/(?:1\.|- Why 1:) Why down\?\s+It was full\.\s+/, '')
      .replace(/2\. |Why 2/, (label) => (label === '2. ' ? '1. ' : 'Why 1'))
      .replace(/3\. |Why 3/, (label) => (label === '3. ' ? '2. ' : 'Why 2'));
    expect(edited).not.toContain('Why down?');
    expect(linkedWords(`${front}# Down${edited}`)).toContain('Why full?');
  },
);

test('Whys in paragraphs that no action is linked to stay paragraphs', () => {
  const text = textWith('Why 1: Why down? It was full.\n\nWhy 2: Why full? No rotation.');
  expect(exportMarkdown(importMarkdown(text).postmortem, OPTIONS).text).toBe(text);
});
