import { expect, test } from '@playwright/test';
import { openEditorPage } from './editorPage.ts';
import type { RunReport } from './mergeRun.ts';

const RUNS = Number(process.env.DEBRIEF_MERGE_RUNS ?? 1000);
const SEED = Number(process.env.DEBRIEF_SEED ?? 20_261_124);
const BATCH = 25;

test.describe.configure({ timeout: 45 * 60_000 });

test(`DF-7 what ${RUNS} groups of offline authors wrote through the editor converges, and none of it is lost`, async () => {
  const { page, browser } = await openEditorPage();
  const reports: RunReport[] = [];
  for (let run = 0; run < RUNS; run += BATCH) {
    const count = Math.min(BATCH, RUNS - run);
    reports.push(
      ...(await page.evaluate(([seed, size]) => window.mergeRuns?.(seed, size) ?? [], [
        SEED + run,
        count,
      ] as const)),
    );
  }
  await browser.close();

  const sum = (key: 'inserted' | 'present' | 'deleted' | 'inDeletedPlaces' | 'inMovedPlaces') =>
    reports.reduce((total, report) => total + report[key], 0);
  const acts: Record<string, number> = {};
  for (const report of reports) {
    for (const [act, count] of Object.entries(report.acts)) acts[act] = (acts[act] ?? 0) + count;
  }
  console.log(
    [
      `merge: ${reports.length} runs, seed ${SEED}; replay one with DEBRIEF_SEED=<its seed> DEBRIEF_MERGE_RUNS=1`,
      `characters typed or pasted: ${sum('inserted')}; present ${sum('present')}; deleted or undone by choice ${sum('deleted')}; in a place that somebody deleted or joined ${sum('inDeletedPlaces')}; in a place that somebody moved or converted ${sum('inMovedPlaces')}`,
      `acts: ${JSON.stringify(acts)}`,
    ].join('\n'),
  );
  expect(reports).toHaveLength(RUNS);
  expect(
    reports.filter(({ problem }) => problem !== null).map(({ seed, problem }) => `${seed}: ${problem}`),
  ).toEqual([]);
  expect(Object.keys(acts)).toHaveLength(15);
});

test('what somebody else typed stays when the editor could not put its caret back', async () => {
  const { page, browser } = await openEditorPage();
  const outcome = await page.evaluate(() => window.typeAfterStaleCaret?.());
  await browser.close();
  expect(outcome?.failed).toBe(true);
  expect(outcome?.text).toContain('typed elsewhere ');
  expect(outcome?.text).toContain('typed here ');
});
