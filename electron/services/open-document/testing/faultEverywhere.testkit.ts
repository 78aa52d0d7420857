import { type CutPlan, cutEverywhere } from './cutEverywhere.testkit.ts';
import { countCalls, type Fault, injectFault } from './diskFaults.testkit.ts';
import { freshDisk, recordSession } from './recordedSession.testkit.ts';

export interface FaultReport {
  readonly sessions: number;
  readonly cuts: number;
  readonly broken: string | null;
}

/** A session in which nothing fails any more makes all its saves within this many milliseconds. */
const STUCK_MS = 20_000;

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const stuck = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it did not recover')), STUCK_MS);
  });
  try {
    return await Promise.race([work, stuck]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs the recorded session once for each `step`th N, with the Nth call of the fault's kind failing. Each must
 * come to its end, and a power cut must not break what it promised.
 */
export async function faultEverywhere(fault: Fault, step: number, plan: CutPlan): Promise<FaultReport> {
  const whole = await freshDisk();
  const { calls } = await counted(whole, fault);
  let sessions = 0;
  let cuts = 0;
  for (let nth = 0; nth < calls; nth += step) {
    sessions++;
    const disk = await freshDisk();
    injectFault(disk, fault, nth);
    try {
      const promises = await withinTime(recordSession(disk));
      if (disk.openFiles > 0)
        return { sessions, cuts, broken: `call ${nth}: ${disk.openFiles} files stay open` };
      // A ledger that could not be written claims less, and that is all.
      promises.all.splice(
        0,
        promises.all.length,
        ...promises.all.filter(({ what }) => !what.includes('ledger')),
      );
      const report = await cutEverywhere(disk, promises, plan);
      cuts += report.cuts;
      if (report.broken !== null) return { sessions, cuts, broken: `call ${nth}: ${report.broken}` };
    } catch (error) {
      return { sessions, cuts, broken: `call ${nth}: ${error instanceof Error ? error.stack : error}` };
    }
  }
  return { sessions, cuts, broken: null };
}

async function counted(disk: Awaited<ReturnType<typeof freshDisk>>, { kind }: Fault) {
  const counter = countCalls(disk, kind);
  await recordSession(disk);
  return counter;
}
