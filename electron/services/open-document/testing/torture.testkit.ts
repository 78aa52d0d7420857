import { checkDamaged } from './checkDamaged.testkit.ts';
import { cutEverywhere } from './cutEverywhere.testkit.ts';
import { corrupted, sampleFile, withoutRecord } from './damagedFiles.testkit.ts';
import { FAULTS, nameOf } from './diskFaults.testkit.ts';
import { faultEverywhere } from './faultEverywhere.testkit.ts';
import { fsyncsInSource, removeFsync, watchFsyncs } from './fsyncSites.testkit.ts';
import { killWriters } from './killWriters.testkit.ts';
import { freshDisk, recordSession } from './recordedSession.testkit.ts';
import { replaceWhileTyping } from './replaceWhileTyping.testkit.ts';
import { seededDraw } from './seededDraw.testkit.ts';

/** One part of the torture: returns what it did, in a few words; throws Error when something was lost. */
export interface Torment {
  readonly name: string;
  readonly run: (seed: number) => Promise<string>;
}

function assertNothing(lost: string | null): void {
  if (lost !== null) throw new Error(lost);
}

async function kills(seed: number): Promise<string> {
  const { kills: done, acknowledged, lost } = await killWriters(300, seed);
  assertNothing(lost);
  return `${done} SIGKILLs, ${acknowledged} acknowledgements, 0 lost`;
}

async function powerCuts(seed: number): Promise<string> {
  const disk = await freshDisk();
  const sites = watchFsyncs(disk);
  const promises = await recordSession(disk);
  const untried = [...fsyncsInSource()].filter((site) => !sites.has(site));
  assertNothing(untried.length === 0 ? null : `the session never calls ${untried.join(', ')}`);
  const plan = { every: 1, exhaustiveUpTo: 6, drawn: 60, draw: seededDraw(seed) };
  const { operations, cuts, broken } = await cutEverywhere(disk, promises, plan);
  assertNothing(broken);
  return `${operations} operations, ${cuts} power cuts, ${promises.all.length} promises, 0 broken`;
}

async function missingFsyncs(seed: number): Promise<string> {
  const sites = [...fsyncsInSource()];
  for (const site of sites) {
    const disk = await freshDisk();
    removeFsync(disk, site);
    const promises = await recordSession(disk);
    const plan = { every: 1, exhaustiveUpTo: 4, drawn: 8, draw: seededDraw(seed) };
    const { broken } = await cutEverywhere(disk, promises, plan);
    if (broken === null) throw new Error(`without the fsync of ${site} nothing breaks`);
  }
  return `${sites.length} fsync calls removed in turn, each noticed`;
}

async function faults(seed: number): Promise<string> {
  let sessions = 0;
  let cuts = 0;
  for (const fault of FAULTS) {
    const plan = { every: 25, exhaustiveUpTo: 1, drawn: 2, draw: seededDraw(seed) };
    const report = await faultEverywhere(fault, 1, plan);
    assertNothing(report.broken === null ? null : `${nameOf(fault)}: ${report.broken}`);
    sessions += report.sessions;
    cuts += report.cuts;
  }
  return `${FAULTS.length} faults, ${sessions} sessions with the Nth call failing, ${cuts} power cuts, 0 lost`;
}

async function replacements(seed: number): Promise<string> {
  assertNothing(await replaceWhileTyping(60, seed));
  return '60 files replaced by rename while typing, 0 words lost';
}

async function damage(seed: number): Promise<string> {
  const sample = sampleFile();
  const draw = seededDraw(seed);
  const dropped = sample.records.map((record) => withoutRecord(sample, record));
  const drawn = Array.from({ length: 200 }, () => corrupted(sample, draw));
  for (const corruption of [...dropped, ...drawn]) {
    const problem = await checkDamaged(sample, corruption);
    assertNothing(problem === null ? null : `${corruption.what}: ${problem}`);
  }
  return `${drawn.length} corruptions and ${dropped.length} records dropped in turn, all named, no whole record lost`;
}

export const TORMENTS: readonly Torment[] = [
  { name: 'power cuts', run: powerCuts },
  { name: 'missing fsyncs', run: missingFsyncs },
  { name: 'failing disks', run: faults },
  { name: 'damage', run: damage },
  { name: 'replaced files', run: replacements },
  { name: 'kills', run: kills },
];
