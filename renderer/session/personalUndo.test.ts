import { expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { readAbout } from '../../shared/document/about.ts';
import { claimActionNumber } from '../../shared/document/actionLabels.ts';
import { addMember, readFacts, writeFact } from '../../shared/document/facts.ts';
import { aboutOf, bodyOf } from '../../shared/document/layout.ts';
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

it('a fact that won over another person’s at once with it stays, and the person is told', () => {
  const { mine, theirs, undo, leftAsIs, exchange } = twoAuthors();
  [mine.clientID, theirs.clientID] = [2, 1];
  writeFact(theirs, 'title', 'Before', BY_HAND);
  exchange();
  writeFact(mine, 'title', 'Mine', BY_HAND);
  writeFact(mine, 'author', 'Me', BY_HAND);
  writeFact(theirs, 'title', 'Theirs', BY_HAND);
  exchange();
  undo.stopCapturing();
  writeFact(mine, 'title', 'Mine again', BY_HAND);
  undo.undo();
  expect(readFacts(mine).title).toBe('Mine');
  expect(leftAsIs).not.toHaveBeenCalled();
  undo.undo();
  exchange();
  expect(readFacts(theirs)).toMatchObject({ title: 'Mine', author: null });
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

it('the status is undone, the number of an action that was given out is not', () => {
  const { mine, undo } = twoAuthors();
  const status = (): string => readAbout(mine).status;
  mine.transact(() => aboutOf(mine).set('status', 'in-review'), BY_HAND);
  undo.stopCapturing();
  claimActionNumber(mine, []);
  mine.transact(() => aboutOf(mine).set('status', 'published'), BY_HAND);
  undo.undo();
  expect(status()).toBe('in-review');
  undo.undo();
  expect(status()).toBe('draft');
  undo.redo();
  expect(status()).toBe('in-review');
  expect(claimActionNumber(mine, [])).toBe(2);
});

it('nothing to undo is nothing to tell', () => {
  const { undo, leftAsIs } = twoAuthors();
  undo.undo();
  undo.redo();
  expect(leftAsIs).not.toHaveBeenCalled();
});

const textIn = (doc: Y.Doc): string =>
  bodyOf(doc)
    .toArray()
    .map((block) => (block as Y.XmlElement).toArray().map(String).join(''))
    .join('|');

function writeLine(doc: Y.Doc, words: string): void {
  doc.transact(() => {
    const line = new Y.XmlElement('paragraph');
    line.insert(0, [new Y.XmlText(words)]);
    bodyOf(doc).push([line]);
  }, BY_HAND);
}

const lineOf = (doc: Y.Doc): Y.XmlElement => bodyOf(doc).get(0) as Y.XmlElement;

it('a line is not taken back from under what another person wrote in it, and the person is told', () => {
  const { mine, theirs, undo, leftAsIs, exchange } = twoAuthors();
  writeLine(mine, 'My words. ');
  exchange();
  (lineOf(theirs).get(0) as Y.XmlText).insert(10, 'Their words.');
  exchange();
  undo.undo();
  exchange();
  expect(textIn(mine)).toBe('Their words.');
  expect(textIn(theirs)).toBe('Their words.');
  expect(leftAsIs).toHaveBeenCalledOnce();
});

it('a line stays for an attribute that another person gave it', () => {
  const { mine, theirs, undo, exchange } = twoAuthors();
  writeLine(mine, 'My words.');
  exchange();
  lineOf(theirs).setAttribute('textAlign', 'center');
  exchange();
  undo.undo();
  expect(bodyOf(mine)).toHaveLength(1);
});

it('a line is taken back with the marks that another person set in it, and with what they deleted again', () => {
  const { mine, theirs, undo, leftAsIs, exchange } = twoAuthors();
  writeLine(mine, 'My words.');
  exchange();
  const words = lineOf(theirs).get(0) as Y.XmlText;
  words.format(0, 2, { bold: true });
  words.insert(0, 'Not these.');
  words.delete(0, 10);
  exchange();
  undo.undo();
  expect(bodyOf(mine)).toHaveLength(0);
  expect(leftAsIs).not.toHaveBeenCalled();
});

it('what was taken back but for another person’s words comes back around them', () => {
  const { mine, theirs, undo, exchange } = twoAuthors();
  writeLine(mine, 'My words. ');
  exchange();
  (lineOf(theirs).get(0) as Y.XmlText).insert(10, 'Their words.');
  exchange();
  undo.undo();
  undo.redo();
  expect(textIn(mine)).toBe('My words. Their words.');
});
