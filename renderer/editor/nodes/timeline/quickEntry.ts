import type { MilestoneKey } from '../../../../shared/schema/milestones.ts';

/** What stands in the fields at the foot of a timeline. */
export interface QuickEntry {
  readonly time: string;
  readonly event: string;
  readonly source: string;
  readonly milestones: readonly MilestoneKey[];
}

export const EMPTY_ENTRY: QuickEntry = { time: '', event: '', source: '', milestones: [] };

export const isEmptyEntry = ({ time, event, source, milestones }: QuickEntry): boolean =>
  [time, event, source].every((text) => text.trim() === '') && milestones.length === 0;
