import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SEED } from '../testing/seed.testkit.ts';
import { exportMarkdown } from './exportMarkdown.ts';
import { anyPostmortem } from './generator.testkit.ts';
import { importMarkdown } from './importMarkdown.ts';
import { norm } from './normal/norm.ts';
import type { PostmortemContent } from './postmortemContent.ts';
import { countReach, type Reach, wantedReach } from './reach.testkit.ts';
import { sameData } from './sameData.ts';

/** `MARKDOWN_RUNS=100` draws fewer. */
const RUNS = Number(process.env.MARKDOWN_RUNS ?? 2_000);
/** Where a failure was found, for running it alone. */
const path = process.env.MARKDOWN_PATH;
const options = { imageAddress: (hash: string) => `postmortem.assets/${hash}.png` };

/** Compares before it lets vitest do it, which is slow for what is equal. */
function expectSame(found: unknown, wanted: unknown, what: string): void {
  if (!sameData(found, wanted)) expect(found, what).toEqual(wanted);
}

/** A failure comes with the line that runs just it again. */
function replayable(outcome: fc.RunDetails<[PostmortemContent]>): void {
  if (!outcome.failed) return;
  const again = `DEBRIEF_SEED=${outcome.seed} MARKDOWN_PATH=${outcome.counterexamplePath} npx vitest run shared/markdown/roundTrip.test.ts`;
  throw new Error(`${fc.defaultReportMessage(outcome)}\n\nRun it again: ${again}`);
}

describe('MD-1 a postmortem comes back from its Markdown', () => {
  test(`${RUNS} generated postmortems that reach everything come back in their normal form, byte for byte`, {
    timeout: 45 * 60_000,
  }, () => {
    const reach: Reach = new Map();
    const property = fc.property(anyPostmortem, (content) => {
      countReach(reach, content);
      const normal = norm(content);
      const { text } = exportMarkdown(content, options);
      const { postmortem } = importMarkdown(text);
      expectSame(norm(normal), normal, 'the normal form is its own');
      expectSame(postmortem, normal, 'what comes back is the normal form');
      expect(exportMarkdown(postmortem, options).text).toBe(text);
    });
    fc.assert(property, {
      numRuns: RUNS,
      seed: SEED,
      ...(path === undefined ? {} : { path }),
      reporter: replayable,
    });
    const wanted = wantedReach();
    console.info(wanted.map((name) => `${name}: ${reach.get(name) ?? 0}`).join('\n'));
    if (path === undefined) expect(wanted.filter((name) => (reach.get(name) ?? 0) < RUNS / 400)).toEqual([]);
  });
});
