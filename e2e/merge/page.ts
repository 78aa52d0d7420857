import { mergeRun, type RunReport } from './mergeRun.ts';
import { typeAfterStaleCaret } from './staleCaret.ts';

declare global {
  interface Window {
    mergeRuns?: (firstSeed: number, count: number) => readonly RunReport[];
    typeAfterStaleCaret?: typeof typeAfterStaleCaret;
  }
}

window.mergeRuns = (firstSeed, count) =>
  Array.from({ length: count }, (_, index) => mergeRun(firstSeed + index));
window.typeAfterStaleCaret = typeAfterStaleCaret;
