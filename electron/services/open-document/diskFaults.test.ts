import { expect, test } from 'vitest';
import { SEED } from '../../../shared/testing/seed.testkit.ts';
import { FAULTS, nameOf } from './testing/diskFaults.testkit.ts';
import { faultEverywhere } from './testing/faultEverywhere.testkit.ts';
import { seededDraw } from './testing/seededDraw.testkit.ts';

/** `npm run torture` takes every N. */
const STEPS: Readonly<Record<string, number>> = { append: 7, fsync: 7, stat: 11, readAt: 11, writeAt: 17 };

test.each(FAULTS.map((fault) => ({ name: nameOf(fault), fault })))(
  'FF-21 a disk that refuses ($name) costs nothing that was acknowledged',
  async ({ fault }) => {
    const plan = { every: 40, exhaustiveUpTo: 1, drawn: 1, draw: seededDraw(SEED) };
    const { sessions, broken } = await faultEverywhere(fault, STEPS[fault.kind] ?? 1, plan);
    expect(broken).toBeNull();
    expect(sessions).toBeGreaterThan(0);
  },
);
