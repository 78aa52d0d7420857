import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED } from '../../../shared/testing/seed.testkit.ts';
import { type Placement, POPOVER_MARGIN, placeNear } from './placement.ts';

const frame = { width: 1000, height: 800 };
const menu = { width: 200, height: 300 };

describe('placeNear', () => {
  it('stands under its anchor, sharing the edge that was asked for', () => {
    const anchor = { left: 100, top: 100, width: 80, height: 30 };
    expect(placeNear(anchor, menu, frame, 'bottom-start')).toEqual({
      left: 100,
      top: 134,
      side: 'bottom',
      maxHeight: 658,
    });
    expect(placeNear({ ...anchor, left: 500 }, menu, frame, 'bottom-end').left).toBe(380);
    expect(placeNear({ ...anchor, left: 500 }, menu, frame, 'bottom').left).toBe(440);
  });

  it('flips above where there is no room below', () => {
    const anchor = { left: 100, top: 700, width: 80, height: 30 };
    expect(placeNear(anchor, menu, frame, 'bottom-start')).toMatchObject({ side: 'top', top: 396 });
  });

  it('flips below where there is no room above', () => {
    const anchor = { left: 100, top: 50, width: 80, height: 30 };
    expect(placeNear(anchor, menu, frame, 'top-start')).toMatchObject({ side: 'bottom', top: 84 });
  });

  it('takes the side with more room when it fits on neither', () => {
    const low = { width: 1000, height: 300 };
    const tall = { width: 200, height: 900 };
    const place = placeNear({ left: 0, top: 180, width: 80, height: 30 }, tall, low, 'bottom-start');
    expect(place).toMatchObject({ side: 'top', top: POPOVER_MARGIN, maxHeight: 168 });
  });

  it('is pushed back into the window sideways', () => {
    const anchor = { left: 950, top: 100, width: 40, height: 30 };
    expect(placeNear(anchor, menu, frame, 'bottom-start').left).toBe(792);
    expect(placeNear({ ...anchor, left: 0 }, menu, frame, 'bottom-end').left).toBe(POPOVER_MARGIN);
  });

  it('never leaves a window that it fits into', () => {
    const placements: Placement[] = ['bottom-start', 'bottom', 'bottom-end', 'top-start', 'top', 'top-end'];
    fc.assert(
      fc.property(
        fc.record({
          left: fc.integer({ min: 0, max: 990 }),
          top: fc.integer({ min: 0, max: 770 }),
          width: fc.integer({ min: 1, max: 200 }),
          height: fc.integer({ min: 1, max: 60 }),
        }),
        fc.record({ width: fc.integer({ min: 1, max: 984 }), height: fc.integer({ min: 1, max: 1600 }) }),
        fc.constantFrom(...placements),
        (anchor, size, placement) => {
          const place = placeNear(anchor, size, frame, placement);
          const height = Math.min(size.height, place.maxHeight);
          expect(place.left).toBeGreaterThanOrEqual(POPOVER_MARGIN);
          expect(place.left + size.width).toBeLessThanOrEqual(frame.width - POPOVER_MARGIN);
          expect(place.top).toBeGreaterThanOrEqual(POPOVER_MARGIN);
          expect(place.top + height).toBeLessThanOrEqual(frame.height - POPOVER_MARGIN);
        },
      ),
      { seed: SEED },
    );
  });
});
