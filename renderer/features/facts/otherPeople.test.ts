import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { readFacts, writeFact } from '../../../shared/document/facts.ts';
import { otherPeople } from './otherPeople.ts';

it('a fact is completed with the people of the other facts, and never with what is typed into it', () => {
  const doc = new Y.Doc();
  writeFact(doc, 'commander', 'Ines Okafor');
  writeFact(doc, 'author', 'Ines Okafor');
  writeFact(doc, 'recorder', 'In');
  expect(otherPeople(readFacts(doc), 'recorder')).toEqual(['Ines Okafor']);
  expect(otherPeople(readFacts(doc), 'commander')).toEqual(['In', 'Ines Okafor']);
});
