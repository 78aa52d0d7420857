import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PendingSearch } from './pendingSearch.ts';

let made: string[];
let search: PendingSearch;
const ask = (query: string): void => search.ask(() => made.push(query));

beforeEach(() => {
  vi.useFakeTimers();
  made = [];
  search = new PendingSearch();
});
afterEach(() => {
  vi.useRealTimers();
});

it('looks once for what is typed at a stretch', () => {
  for (const query of ['c', 'ce', 'cer', 'cert']) {
    ask(query);
    vi.advanceTimersByTime(50);
  }
  expect(made).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(made).toEqual(['cert']);
});

it('looks at once where its places are needed, and not again', () => {
  ask('cert');
  search.now();
  search.now();
  vi.advanceTimersByTime(1_000);
  expect(made).toEqual(['cert']);
});

it('looks for nothing once it is dropped', () => {
  ask('cert');
  search.drop();
  vi.advanceTimersByTime(1_000);
  search.now();
  expect(made).toEqual([]);
});
