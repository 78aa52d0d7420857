import { describe, expect, test } from 'vitest';
import { comesBack, OPTIONS } from '../comesBack.testkit.ts';
import { exportMarkdown } from '../exportMarkdown.ts';
import { importMarkdown } from '../importMarkdown.ts';

const typesIn = (source: string): readonly string[] =>
  importMarkdown(source).postmortem.body.map(({ type }) => type);

const WHYS = '# A\n\n## 5 Whys\n\n';
const TIMES = '# A\n\n## Timeline\n\n';

describe.each([
  [
    'whys of which one becomes a heading over an empty bullet',
    `${WHYS}1. Why A?\n   - Because.\n2. Why B?\n   - \n3. Why C?\n   - Because.\n`,
  ],
  ['whys of which one is a heading', `${WHYS}1. Why A?\n   - Because.\n2. ### Why B?\n   Because.\n`],
  [
    'times of which one is parted by a tab',
    `${TIMES}- 2026-01-01 09:00: A\n- 09:10: B\n- someone said C\n- 09:20 \t- D\n`,
  ],
])('%s', (_, source) => {
  test('stay a list', () => {
    expect(typesIn(source).slice(1)).toEqual([source.includes('1.') ? 'orderedList' : 'bulletList']);
  });

  comesBack(source);
});

describe.each([
  ['a table', '| Time (UTC) | Event |\n| --- | --- |\n| [15:13] | x |\n| 15:14 | y |\n'],
  ['a list', '- [15:13] x\n- 15:14 y\n'],
  ['lines of a paragraph', '[15:13] x\n15:14 y\n'],
])('%s of times below a day under a second heading for a timeline', (_, rows) => {
  const source = `# A\n\n## Timeline\n\n## Timeline (UTC)\n\n2026-03-04\n\n${rows}`;

  test('is a timeline on that day', () => {
    const timeline = importMarkdown(source).postmortem.body.at(-1);
    expect(timeline?.content?.map(({ attrs }) => attrs?.at)).toEqual([
      '2026-03-04T15:13',
      '2026-03-04T15:14',
    ]);
  });

  comesBack(source);
});

describe.each([
  ['a table', '| Time | Event |\n| --- | --- |\n| 2026-03-04 10:13 EST | x |\n| 10:13 EST | y |\n'],
  ['a table with days', '| Date | Time | Event |\n| --- | --- | --- |\n| 2026-03-04 | 10:13 EST | x |\n'],
  ['a list', '- 2026-03-04 10:13 EST - x\n- 10:14 EST - y\n'],
])('%s of times in another zone', (_, rows) => {
  const source = `# A\n\n## Timeline\n\n${rows}`;
  const { postmortem } = importMarkdown(source);
  const { text } = exportMarkdown(postmortem, OPTIONS);

  test('is a timeline that shows them in UTC beside their originals', () => {
    expect(typesIn(source)).toEqual(['heading', 'timeline']);
    expect(text).toContain('15:13 UTC (');
    expect(text.startsWith('---')).toBe(false);
  });

  test('is a timeline again as it is exported', () => {
    expect(importMarkdown(text).postmortem).toEqual(postmortem);
    expect(exportMarkdown(importMarkdown(text).postmortem, OPTIONS).text).toBe(text);
  });
});
