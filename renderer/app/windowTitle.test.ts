import { expect, it } from 'vitest';
import { CALLS, LIMITS } from '../../shared/contract/calls.ts';
import { windowTitle } from './windowTitle.ts';

it('cuts a name of any length to a title that a host takes', () => {
  const long = `${'x'.repeat(LIMITS.titleCharacters - 2)}😀 and more`;
  expect(windowTitle('Cards refused – Debrief')).toBe('Cards refused – Debrief');
  expect(windowTitle(long)).toBe(`${'x'.repeat(LIMITS.titleCharacters - 2)}…`);
  expect(CALLS['window.setTitle'].input.safeParse({ title: windowTitle(long) }).success).toBe(true);
});
