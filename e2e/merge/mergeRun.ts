import * as Y from 'yjs';
import { readFacts } from '../../shared/document/facts.ts';
import { readBody } from '../../shared/document/readBody.ts';
import type { BodyNode } from '../../shared/document/template.ts';
import { Author } from './author.ts';
import { Randomness } from './randomness.ts';
import { Replica } from './replica.ts';
import { FreshCharacters, startingDocument } from './startingDocument.ts';
import { mixedTime } from './wholeTimes.ts';

/** How many characters were put in, and what became of them. */
interface Account {
  readonly inserted: number;
  readonly present: number;
  readonly deleted: number;
  readonly inDeletedPlaces: number;
  readonly inMovedPlaces: number;
}

/** What one run found; `problem` is null when everything held. */
export interface RunReport extends Account {
  readonly seed: number;
  readonly replicas: number;
  readonly problem: string | null;
  readonly acts: Readonly<Record<string, number>>;
}

/**
 * Two to four offline authors, then everything exchanged in some order; then each undoes some of what is their own,
 * which is exchanged as well; then opened once more.
 */
export function mergeRun(seed: number): RunReport {
  const random = new Randomness(seed);
  const fresh = new FreshCharacters();
  const start = startingDocument(fresh);
  const authors = Array.from(
    { length: 2 + random.below(3) },
    (_, index) => new Author(new Replica(start, 100 + index), random, fresh),
  );
  const report = {
    seed,
    replicas: authors.length,
    problem: null as string | null,
    inserted: 0,
    present: 0,
    deleted: 0,
    inDeletedPlaces: 0,
    inMovedPlaces: 0,
    acts: {} as Record<string, number>,
  };
  try {
    for (const author of authors) {
      const acts = 4 + random.below(14);
      for (let done = 0; done < acts; done += 1) author.act();
    }
    exchange(authors, random);
    account(authors);
    const mixed = mixedTime(readBody(authors[0]!.replica.doc));
    if (mixed !== null) throw new Error(`a row has a time that nobody set: ${JSON.stringify(mixed)}`);
    for (const author of authors) {
      const steps = random.below(5);
      for (let done = 0; done < steps; done += 1) author.act(random.below(4) === 0 ? 'redo' : 'undo');
    }
    exchange(authors, random);
    Object.assign(report, account(authors));
    openOnceMore(authors);
  } catch (error) {
    report.problem = error instanceof Error ? error.message : String(error);
  } finally {
    for (const author of authors) {
      for (const [act, count] of author.acts) report.acts[act] = (report.acts[act] ?? 0) + count;
      author.replica.close();
    }
  }
  return report;
}

const vectorOf = (state: Uint8Array): string =>
  JSON.stringify([...Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state))].sort());

/** Attributes and marks lie in maps, whose order differs from replica to replica and means nothing. */
const inOrder = (_key: string, value: unknown): unknown => {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
};

const contentOf = (doc: Y.Doc): string =>
  JSON.stringify([readBody(doc).map(withSortedMarks), readFacts(doc)], inOrder);

const withSortedMarks = (node: BodyNode): BodyNode => ({
  ...node,
  ...(node.marks === undefined ? {} : { marks: [...node.marks].sort((a, b) => (a.type < b.type ? -1 : 1)) }),
  ...(node.content === undefined ? {} : { content: node.content.map(withSortedMarks) }),
});

/** Rounds after which replicas that have nothing new to write must be alike, deletions and all. */
const ROUNDS = 4;

const areAlike = ([first, ...others]: readonly Author[]): boolean =>
  first !== undefined &&
  others.every(({ replica }) => Y.equalSnapshots(Y.snapshot(first.replica.doc), Y.snapshot(replica.doc)));

function exchange(authors: readonly Author[], random: Randomness): void {
  const union = vectorOf(Y.mergeUpdates(authors.map(({ replica }) => replica.state)));
  // More than once: where two set the same mark, Yjs takes away what is doubled, and that is an edit in its turn.
  for (let rounds = 0; rounds < ROUNDS && !areAlike(authors); rounds += 1) {
    const states = authors.map(({ replica }) => replica.state);
    for (const { replica } of authors) {
      const order = [...states].sort(() => random.next() - 0.5);
      // One after the other, as from several colleagues, or all at once, as from a file that has them merged.
      for (const state of random.below(2) === 0 ? order : [Y.mergeUpdates(order)]) replica.take(state);
    }
  }
  if (!areAlike(authors)) throw new Error(`the replicas still send each other news after ${ROUNDS} rounds`);
  const contents = new Set(authors.map(({ replica }) => contentOf(replica.doc)));
  if (contents.size !== 1) throw new Error('the replicas did not converge');
  for (const { replica } of authors) {
    if (vectorOf(replica.state) !== union)
      throw new Error('a bound editor wrote something of its own when it merged');
    const shown = replica.editor.state.doc.textContent.length;
    const held = readBody(replica.doc).map(lettersOf).join('').length;
    if (shown !== held) throw new Error(`the editor shows ${shown} letters of ${held}`);
  }
}

const lettersOf = (node: ReturnType<typeof readBody>[number]): string =>
  node.text ?? (node.content ?? []).map(lettersOf).join('');

/** Where each character is that somebody put in. @throws Error when one is gone and nobody chose that */
function account(authors: readonly Author[]): Account {
  const [first] = authors;
  if (first === undefined) throw new Error('no authors');
  const there = first.replica.places.ofCharacters;
  const found = { inserted: 0, present: 0, deleted: 0, inDeletedPlaces: 0, inMovedPlaces: 0 };
  for (const author of authors) {
    for (const [character, around] of author.inserted) {
      found.inserted += 1;
      const inPlace = (places: (other: Author) => ReadonlySet<string>): boolean =>
        authors.some((other) => around.some((element) => places(other).has(element)));
      if (there.has(character)) found.present += 1;
      else if (authors.some(({ deleted }) => deleted.has(character))) found.deleted += 1;
      else if (inPlace((other) => other.deletedPlaces)) found.inDeletedPlaces += 1;
      else if (
        inPlace((other) => other.movedPlaces) ||
        authors.some(({ lostCopies }) => lostCopies.has(character))
      )
        found.inMovedPlaces += 1;
      else throw new Error(`a character that was typed is gone: ${character}`);
    }
  }
  return found;
}

/** A window that opens the merged document must find nothing to mend in it. */
function openOnceMore(authors: readonly Author[]): void {
  const [first] = authors;
  if (first === undefined) return;
  const before = first.replica.state;
  const reader = new Replica(before, 999);
  const same = Y.equalSnapshots(Y.snapshot(first.replica.doc), Y.snapshot(reader.doc));
  reader.close();
  if (!same) throw new Error('opening the merged document in the editor changed it');
}
