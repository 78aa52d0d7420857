import { mergeRun, type RunReport } from './mergeRun.ts';

declare global {
  interface Window {
    mergeRuns?: (firstSeed: number, count: number) => readonly RunReport[];
  }
}

window.mergeRuns = (firstSeed, count) =>
  Array.from({ length: count }, (_, index) => mergeRun(firstSeed + index));
