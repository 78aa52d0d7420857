import { describe, expect, test } from 'vitest';
import { exportMarkdown } from '../../exportMarkdown.ts';
import { importMarkdown } from '../../importMarkdown.ts';

const options = { imageAddress: (hash: string) => `x.assets/${hash}.png` };
const bodyOf = (lines: string, heading = 'Timeline') =>
  importMarkdown(`# Outage 2026-03-04\n\n## ${heading}\n\n${lines}\n`).postmortem.body.slice(1);
const there = (source: string): string => exportMarkdown(importMarkdown(source).postmortem, options).text;

describe('lines of one paragraph that begin with times', () => {
  test.each([
    ['parted by line ends alone', '15:45 - deploy started\n15:52 - alerts fire\n16:10 - rolled **back**'],
    ['parted by backslashes', '15:45: deploy started\\\n15:52: alerts fire\\\n16:10: rolled back'],
    ['in several ways', '15:45 - deploy started\n15:52: alerts fire\n**16:10** rolled back'],
    ['with bold times', '**15:45** deploy **started**\n**15:52** **alerts** fire\n**16:10** rolled back'],
  ])('%s are a timeline under its heading, and are written as they were', (_, lines) => {
    const [timeline, ...others] = bodyOf(lines);
    expect(others).toEqual([]);
    expect(timeline?.type).toBe('timeline');
    expect(timeline?.content?.map(({ attrs }) => attrs?.at)).toEqual([
      '2026-03-04T15:45',
      '2026-03-04T15:52',
      '2026-03-04T16:10',
    ]);
    const source = `# Outage 2026-03-04\n\n## Timeline\n\n${lines}\n`;
    expect(there(source)).toBe(source);
  });

  test.each([
    ['in another section', '15:45 - deploy started\n15:52 - alerts fire', 'Summary'],
    ['of which one has no time', '15:45 - deploy started\nand then\n15:52 - alerts fire', 'Timeline'],
    ['of which there is one', '15:45 - deploy started', 'Timeline'],
  ])('%s stay a paragraph, in which a line end is a space', (_, lines, heading) => {
    expect(bodyOf(lines, heading)).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: lines.replace(/\n/g, ' ') }] },
    ]);
  });

  test('become a list when a row needs more room than a line has', () => {
    const { postmortem } = importMarkdown('# Outage 2026-03-04\n\n## Timeline\n\n15:45 - a\n15:52 - b\n');
    const [heading, timeline] = postmortem.body;
    const [first, ...others] = timeline?.content ?? [];
    const code = { type: 'codeBlock', content: [{ type: 'text', text: 'kubectl get pods' }] };
    const row = { ...first, type: 'timelineRow', content: [{ type: 'timelineEvent', content: [code] }] };
    const body = [heading, { ...timeline, content: [row, ...others] }] as typeof postmortem.body;
    const { text } = exportMarkdown({ ...postmortem, body }, options);
    expect(text).toContain('- 15:45 -\n\n  ```\n  kubectl get pods\n  ```\n\n- 15:52 - b\n');
    expect(importMarkdown(text).postmortem.body).toEqual(body);
  });
});
