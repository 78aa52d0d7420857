import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { addMember, readFacts, writeFact } from '../../../shared/document/facts.ts';
import { factValues } from '../../editor/find/factValues.ts';
import { changedFact } from './changedFact.ts';

it('the fact that changed is the first one that says something else', () => {
  const doc = new Y.Doc();
  const empty = factValues(readFacts(doc));
  writeFact(doc, 'author', 'Ines');
  const authored = factValues(readFacts(doc));
  expect(changedFact(empty, authored)).toBe('Author');
  expect(changedFact(authored, authored)).toBeNull();
  addMember(doc, 'tenants', 'acme');
  expect(changedFact(authored, factValues(readFacts(doc)))).toBe('Tenants');
});
