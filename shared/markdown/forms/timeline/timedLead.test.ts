import { describe, expect, test } from 'vitest';
import { exportMarkdown } from '../../exportMarkdown.ts';
import { importMarkdown } from '../../importMarkdown.ts';

const options = { imageAddress: (hash: string) => `x.assets/${hash}.png` };

/** How an item begins, `T` being the time and `MM` its minutes, and what the rest of it is to be. */
const LEADS: readonly (readonly [lead: string, event: string])[] = [
  ['T x', 'x'],
  ['T: x', 'x'],
  ['T, x', 'x'],
  ['T. x', 'x'],
  ['T; x', 'x'],
  ['T\u00a0: x', 'x'],
  ['T\u202f; x', 'x'],
  ['T | x', 'x'],
  ['T - x', 'x'],
  ['T  -  x', 'x'],
  ['T – x', 'x'],
  ['T -> x', 'x'],
  ['T => x', 'x'],
  ['T → x', 'x'],
  ['**T** x', 'x'],
  ['**T**: x', 'x'],
  ['**T:** x', 'x'],
  ['**T** | x', 'x'],
  ['**T.** x', 'x'],
  ['_T_ — x', 'x'],
  ['`T` x', 'x'],
  ['`T`: x', 'x'],
  ['\\[T] x', 'x'],
  ['(T) x', 'x'],
  ['T UTC - x', 'x'],
  ['T UTC (10:MM EDT): x', 'x'],
  ['T (page 3) x', '(page 3) x'],
  ['T UTC (page 3) x', '(page 3) x'],
  ['T UTC / 10:MM EDT: x', 'x'],
  ['T UTC / 10:MM EDT x', 'x'],
  ['**T UTC / 10:MM EDT** x', 'x'],
];

describe('the time that an item begins with, whatever parts it from the event', () => {
  test.each(LEADS)('%s', (lead, event) => {
    const items = ['14:02', '14:05']
      .map((time) => `- ${lead.replace('T', time).replace('MM', time.slice(3))}\n`)
      .join('');
    const source = `# Outage 2025-07-26\n\n## Timeline\n\n${items}`;
    const { postmortem } = importMarkdown(source);
    const rows = postmortem.body.find(({ type }) => type === 'timeline')?.content ?? [];
    expect(rows.map(({ attrs }) => attrs?.at)).toEqual(['2025-07-26T14:02', '2025-07-26T14:05']);
    expect(rows[0]?.content?.[0]?.content).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: event }] },
    ]);
    expect(exportMarkdown(postmortem, options).text).toBe(source);
  });
});

test.each([
  ['15:00 (following day) x', '2025-07-27T15:00', 'x'],
  ['15:00 (next day): x', '2025-07-27T15:00', 'x'],
  ['15:00 +1 d x', '2025-07-27T15:00', 'x'],
  ['15:00 +1d – x', '2025-07-27T15:00', 'x'],
  ['**15:00** (next day) x', '2025-07-27T15:00', 'x'],
  ['15:00 (next release) x', '2025-07-26T15:00', '(next release) x'],
])('TM-31 a remark on the day behind the time of %s is followed', (item, at, event) => {
  const source = `# Outage 2025-07-26\n\n## Timeline (UTC)\n\n- ${item.startsWith('*') ? '**16:00**' : '16:00'} w\n- ${item}\n`;
  const { postmortem } = importMarkdown(source);
  const rows = postmortem.body.find(({ type }) => type === 'timeline')?.content ?? [];
  expect(rows[1]?.attrs?.at).toBe(at);
  expect(rows[1]?.content?.[0]?.content).toEqual([
    { type: 'paragraph', content: [{ type: 'text', text: event }] },
  ]);
  expect(importMarkdown(exportMarkdown(postmortem, options).text).postmortem).toEqual(postmortem);
});
