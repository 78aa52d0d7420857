import { expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { addMember, readFacts, writeFact } from '../../shared/document/facts.ts';
import { BY_HAND } from './origins.ts';
import { PersonalUndo } from './personalUndo.ts';

function twoAuthors() {
  const mine = new Y.Doc();
  const theirs = new Y.Doc();
  const leftAsIs = vi.fn();
  const undo = new PersonalUndo(mine, leftAsIs);
  const exchange = (): void => {
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  };
  return { mine, theirs, undo, leftAsIs, exchange };
}

it('a fact that another person has changed since stays, and the person is told', () => {
  const { mine, theirs, undo, leftAsIs, exchange } = twoAuthors();
  writeFact(mine, 'title', 'Mine', BY_HAND);
  exchange();
  writeFact(theirs, 'title', 'Theirs', BY_HAND);
  exchange();
  undo.undo();
  expect(readFacts(mine).title).toBe('Theirs');
  expect(leftAsIs).toHaveBeenCalledOnce();
});

it('an own change is undone and redone in silence, whatever others do elsewhere', () => {
  const { mine, theirs, undo, leftAsIs, exchange } = twoAuthors();
  writeFact(mine, 'title', 'Mine', BY_HAND);
  exchange();
  addMember(theirs, 'regions', 'eu-west-1', BY_HAND);
  exchange();
  undo.undo();
  expect(readFacts(mine)).toMatchObject({ title: null, regions: ['eu-west-1'] });
  undo.redo();
  expect(readFacts(mine).title).toBe('Mine');
  expect(leftAsIs).not.toHaveBeenCalled();
});

it('nothing to undo is nothing to tell', () => {
  const { undo, leftAsIs } = twoAuthors();
  undo.undo();
  undo.redo();
  expect(leftAsIs).not.toHaveBeenCalled();
});
