import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { readFacts, writeFact } from '../../../shared/document/facts.ts';
import { factLines } from './factLines.ts';

it('names the facts as the header does, and leaves out what is empty', () => {
  const doc = new Y.Doc();
  writeFact(doc, 'firstAlert', '2026-11-24T14:02');
  writeFact(doc, 'commander', 'Ines Okafor');
  writeFact(doc, 'commanderTeam', 'Payments');
  writeFact(doc, 'title', 'Cards refused');
  expect(factLines(readFacts(doc))).toEqual([
    ['First alert', '2026-11-24 14:02 UTC'],
    ['Incident commander', 'Ines Okafor of Payments'],
  ]);
});
