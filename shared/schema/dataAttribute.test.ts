import { expect, test } from 'vitest';
import { postmortemSchema } from './postmortemSchema.ts';

test('in HTML an attribute that says nothing is left out, whether it is absent or false', () => {
  const { timelineRow } = postmortemSchema.nodes;
  const row = timelineRow!.create({
    at: '2026-11-24T14:02',
    until: null,
    zone: false,
    untilUnknown: false,
    keep: true,
  });
  expect(timelineRow!.spec.toDOM?.(row)).toEqual([
    'div',
    { 'data-at': '2026-11-24T14:02', 'data-keep': 'true', 'data-node': 'timelineRow' },
    0,
  ]);
});
