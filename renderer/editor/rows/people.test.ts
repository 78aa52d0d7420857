import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { readFacts, writeFact } from '../../../shared/document/facts.ts';
import { peopleOf } from './people.ts';

it('names everybody once, the roles of the header first, whatever the case', () => {
  const doc = new Y.Doc();
  writeFact(doc, 'commander', 'Ines Okafor');
  writeFact(doc, 'author', 'Dario Metz');
  writeFact(doc, 'recorder', 'dario metz');
  expect(peopleOf(readFacts(doc), ['Ruth Adeyemi', null, ' ', 'ines okafor', 'Zoë'])).toEqual([
    'Ines Okafor',
    'dario metz',
    'Ruth Adeyemi',
    'Zoë',
  ]);
});
