import { type Draw, FATES, type Fate, PowerCut } from '../../../storage/testing/powerCut.testkit.ts';
import { SimulatedDisk } from '../../../storage/testing/simulatedDisk.testkit.ts';
import { openDocument } from '../index.ts';
import type { Found, Promises } from './promises.testkit.ts';
import { sessionRequest } from './recordedSession.testkit.ts';
import { textOf } from './writer.testkit.ts';

export interface CutReport {
  readonly operations: number;
  readonly cuts: number;
  /** The first broken promise, or null. */
  readonly broken: string | null;
}

export interface CutPlan {
  /** The power is cut after every so many operations, and after the last. */
  readonly every: number;
  /** Up to this many pending operations, each combination of kept and lost is tried. */
  readonly exhaustiveUpTo: number;
  /** Combinations drawn at random at each operation, torn and reordered writes among them. */
  readonly drawn: number;
  readonly draw: Draw;
}

/** The fates to try for `pending` operations that are not safe. */
function plannedFates(pending: number, { exhaustiveUpTo, drawn, draw }: CutPlan): Fate[][] {
  if (pending === 0) return [[]];
  const plans: Fate[][] = [];
  if (pending <= exhaustiveUpTo) {
    for (let bits = 0; bits < 2 ** pending; bits++) {
      plans.push(Array.from({ length: pending }, (_, i) => ((bits >> i) & 1 ? 'kept' : 'lost')));
    }
  } else {
    plans.push(
      Array.from({ length: pending }, () => 'lost'),
      Array.from({ length: pending }, () => 'kept'),
    );
  }
  for (let n = 0; n < drawn; n++) {
    plans.push(Array.from({ length: pending }, () => FATES[draw(FATES.length)] ?? 'lost'));
  }
  return plans;
}

async function find(disk: SimulatedDisk): Promise<Found> {
  try {
    const document = await openDocument(sessionRequest(disk));
    const claim = document.opening.notices.find(({ kind }) => kind === 'shorter-than-saved');
    return {
      disk,
      text: textOf(document.state()),
      images: (hash) => document.image(hash) !== null,
      falseClaim: claim?.sentence ?? null,
    };
  } catch {
    return { disk, text: null, images: () => false, falseClaim: null };
  }
}

/**
 * Cuts the power after each operation of a recorded session, in the ways that the plan says, opens what is left,
 * and holds it against what had been promised by then. Stops at the first broken promise.
 */
export async function cutEverywhere(
  disk: SimulatedDisk,
  promises: Promises,
  plan: CutPlan,
): Promise<CutReport> {
  const power = new PowerCut();
  let cuts = 0;
  for (let at = 0; at <= disk.log.length; at++) {
    const due = promises.all.filter(({ from, until }) => from <= at && at < until);
    const isPlace = at % plan.every === 0 || at === disk.log.length;
    for (const fates of isPlace ? plannedFates(power.pending, plan) : []) {
      cuts++;
      let next = 0;
      const image = power.image(() => fates[next++] ?? 'lost', plan.draw);
      const found = await find(SimulatedDisk.after(image));
      const where = `cut after ${at} of ${disk.log.length} operations (${fates.length} not safe)`;
      for (const promise of due) {
        const problem = await promise.broken({ ...found, disk: SimulatedDisk.after(image) });
        if (problem !== null)
          return { operations: at, cuts, broken: `${where}: ${promise.what}: ${problem}` };
      }
    }
    const operation = disk.log[at];
    if (operation !== undefined) power.apply(operation);
  }
  return { operations: disk.log.length, cuts, broken: null };
}
