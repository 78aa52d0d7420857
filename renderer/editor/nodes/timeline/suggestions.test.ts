import { expect, it } from 'vitest';
import { MILESTONE_KEYS } from '../../../../shared/schema/milestones.ts';
import { sourceKind } from './sourceKind.ts';
import { SUGGESTIONS } from './suggestions.ts';

it('offers the seventeen usual rows, each by a name of its own', () => {
  expect(new Set(SUGGESTIONS.map(({ label }) => label)).size).toBe(17);
});

it('marks each milestone at most once', () => {
  const marks = SUGGESTIONS.flatMap(({ milestone }) => (milestone === undefined ? [] : [milestone]));
  expect(new Set(marks).size).toBe(marks.length);
  for (const mark of marks) expect(MILESTONE_KEYS).toContain(mark);
});

it('tells the kind of a source by its words and its address', () => {
  expect(sourceKind('#inc-2471')).toBe('message');
  expect(sourceKind('refusals by region https://grafana.example/d/1')).toBe('graph');
  expect(sourceKind('alert 7f31c0')).toBe('alert');
  expect(sourceKind('deploy log 88213')).toBe('release');
  expect(sourceKind('vault audit log')).toBe('log');
  expect(sourceKind('fix https://github.com/a/b/pull/3')).toBe('change');
  expect(sourceKind('status page')).toBe('announcement');
  expect(sourceKind('https://example.com')).toBe('link');
});
