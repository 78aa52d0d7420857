/** Where a popover prefers to stand: a side of its anchor, then the edge that both share. */
export type Placement = 'bottom-start' | 'bottom' | 'bottom-end' | 'top-start' | 'top' | 'top-end';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

export interface Place {
  readonly left: number;
  readonly top: number;
  readonly side: 'top' | 'bottom';
  /** Room on that side; a taller popover scrolls inside. */
  readonly maxHeight: number;
}

/** Room that stays free between a popover and its anchor, and between it and the window's edges, in px. */
export const POPOVER_GAP = 4;
export const POPOVER_MARGIN = 8;

/**
 * The place of a popover in window coordinates, all in px. It takes its preferred side when it fits there,
 * else the other when it fits there, else the side with more room; sideways it is pushed back into the window.
 */
export function placeNear(anchor: Box, popover: Size, frame: Size, placement: Placement): Place {
  const below = frame.height - POPOVER_MARGIN - (anchor.top + anchor.height + POPOVER_GAP);
  const above = anchor.top - POPOVER_GAP - POPOVER_MARGIN;
  const room = { top: Math.max(0, above), bottom: Math.max(0, below) };
  const side = sideFor(placement.startsWith('top') ? 'top' : 'bottom', popover.height, room);
  const maxHeight = room[side];
  const height = Math.min(popover.height, maxHeight);
  const top =
    side === 'bottom' ? anchor.top + anchor.height + POPOVER_GAP : anchor.top - POPOVER_GAP - height;
  const furthest = Math.max(POPOVER_MARGIN, frame.width - POPOVER_MARGIN - popover.width);
  const left = Math.min(Math.max(POPOVER_MARGIN, aligned(anchor, popover, placement)), furthest);
  return { left, top, side, maxHeight };
}

function sideFor(
  preferred: 'top' | 'bottom',
  height: number,
  room: Readonly<Record<'top' | 'bottom', number>>,
): 'top' | 'bottom' {
  const other = preferred === 'top' ? 'bottom' : 'top';
  if (height <= room[preferred]) return preferred;
  return height <= room[other] || room[other] > room[preferred] ? other : preferred;
}

function aligned(anchor: Box, popover: Size, placement: Placement): number {
  if (placement.endsWith('-start')) return anchor.left;
  if (placement.endsWith('-end')) return anchor.left + anchor.width - popover.width;
  return anchor.left + (anchor.width - popover.width) / 2;
}
