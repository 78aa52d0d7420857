import { textOf } from '../../document/readBody.ts';
import type { BodyNode } from '../../document/template.ts';
import { tidy } from './cells.ts';

/** Kinds of things that the front matter can say more of. */
export const NOTED_KINDS = [
  'headings',
  'forms',
  'timelines',
  'whyChains',
  'actionLists',
  'fieldLists',
  'rows',
  'whys',
  'actions',
  'fields',
  'checks',
  'signatures',
] as const;
export type NotedKind = (typeof NOTED_KINDS)[number];

/**
 * What the front matter says of one thing: how it is found by its visible text, and what is not visible.
 * `n` counts things that look alike, from 1.
 */
export interface Note {
  readonly time?: string;
  readonly text: string;
  readonly answer?: unknown;
  readonly n?: number;
  readonly [attribute: string]: unknown;
}

export type Notes = Readonly<Partial<Record<NotedKind, readonly Note[]>>>;

/** How a thing looks in the text. */
export interface Look {
  readonly time?: string;
  readonly text: string;
  /** The first words of a why's answer, which `text` may have no room for. */
  readonly answer?: string;
}

const LONGEST_LOOK = 40;

/** The look of a thing: its first words. */
export const lookOf = (nodes: readonly BodyNode[], time?: string): Look => {
  const text = firstWords(nodes);
  return time === undefined ? { text } : { time: tidy(time), text };
};

/** The look of a why, of its question's line and what stands below, among them the answer. */
export const lookOfWhy = (nodes: readonly BodyNode[], answer: readonly BodyNode[]): Look => {
  const words = firstWords(answer);
  return { text: firstWords(nodes), ...(words === '' ? {} : { answer: words }) };
};

const firstWords = (nodes: readonly BodyNode[]): string =>
  [...tidy(nodes.map(textOf).join(' '))].slice(0, LONGEST_LOOK).join('').trim();

const keyOf = ({ time, text }: Pick<Look, 'time' | 'text'>): string => JSON.stringify([time ?? null, text]);

/** Each look's place among those that are alike, from 1. */
export function ordinals(looks: readonly Look[]): readonly number[] {
  const seen = new Map<string, number>();
  return looks.map((look) => {
    const n = (seen.get(keyOf(look)) ?? 0) + 1;
    seen.set(keyOf(look), n);
    return n;
  });
}

/**
 * Which note belongs to which thing. A row whose text was edited by hand is still known by its time, and one
 * whose time was by its text; `sameTime` says which.
 */
export interface Assigned {
  readonly note: Note;
  readonly sameTime: boolean;
}

export function assignNotes(
  looks: readonly Look[],
  notes: readonly Note[],
): readonly (Assigned | undefined)[] {
  const free = new Map(notes.map((note) => [`${keyOf(note)}${note.n ?? 1}`, note]));
  const left = new Set(notes);
  const numbers = ordinals(looks);
  const assigned: (Assigned | undefined)[] = looks.map((look, at) => {
    const note = free.get(`${keyOf(look)}${numbers[at]}`);
    if (note === undefined) return undefined;
    left.delete(note);
    return { note, sameTime: true };
  });
  for (const by of ['time', 'text'] as const) {
    for (const [at, look] of looks.entries()) {
      if (assigned[at] !== undefined || look.time === undefined || !look[by]) continue;
      const note = [...left].find((other) => other[by] === look[by]);
      if (note === undefined) continue;
      left.delete(note);
      assigned[at] = { note, sameTime: by === 'time' };
    }
  }
  return assigned;
}

/**
 * The same for whys, which are also known by their question, by their answer, and by their place: as many as stand
 * between two that are known.
 */
function assignToWhys(looks: readonly Look[], notes: readonly Note[]): readonly (Assigned | undefined)[] {
  const assigned = [...assignNotes(looks, notes)];
  const isLeft = (note: Note): boolean => !assigned.some((found) => found?.note === note);
  const assign = (at: number, note: Note): void => {
    assigned[at] = { note, sameTime: true };
  };
  for (const part of [questionIn, answerIn])
    for (const [at, look] of looks.entries()) {
      const note = notes.find((other) => part(look) !== '' && part(other) === part(look) && isLeft(other));
      if (assigned[at] === undefined && note !== undefined) assign(at, note);
    }
  const places = new Map(notes.map((note, place) => [note, place]));
  let [start, first] = [0, 0];
  for (let at = 0; at <= looks.length; at++) {
    const found = assigned[at];
    if (at < looks.length && found === undefined) continue;
    const end = found === undefined ? notes.length : (places.get(found.note) ?? 0);
    const between = notes.slice(first, end).filter(isLeft);
    if (between.length === at - start) for (const [i, note] of between.entries()) assign(start + i, note);
    [start, first] = [at + 1, end + 1];
  }
  return assigned;
}

const answerIn = ({ answer }: Note | Look): string => (typeof answer === 'string' ? answer : '');

/** The words of a why's look in front of those of its answer. */
function questionIn(look: Note | Look): string {
  const words = look.text.split(' ');
  const answer = answerIn(look);
  const end = words.findIndex((_, at) => answer.startsWith(words.slice(at).join(' ')));
  return words.slice(0, end === -1 ? words.length : end).join(' ');
}

/**
 * Hands out notes while a text is read: once to learn how its things look, and once more with the notes that
 * were found for them, in the same order.
 */
export interface NoteReader {
  readonly take: (kind: NotedKind, look: Look) => Assigned | undefined;
  /** A reader for the second time, which knows the notes. */
  readonly knowing: (notes: Notes, mayBeOld?: boolean) => NoteReader;
  /** The notes may be of a text as it was before somebody edited it: what they say must be seen in it. */
  readonly mayBeOld: boolean;
  /** The notes of a kind that belong to nothing in the text. */
  readonly gone: (kind: NotedKind) => readonly Note[];
  /** How the things of a kind look, in the order in which they were taken. */
  readonly looks: (kind: NotedKind) => readonly Look[];
}

type AssignedNotes = Partial<Record<NotedKind, readonly (Assigned | undefined)[]>>;

export function noteReader(assigned: AssignedNotes = {}, mayBeOld = false, told: Notes = {}): NoteReader {
  const taken = new Map<NotedKind, Look[]>();
  const looks = (kind: NotedKind): readonly Look[] => taken.get(kind) ?? [];
  return {
    looks,
    take: (kind, look) => {
      const before = taken.get(kind) ?? [];
      taken.set(kind, before);
      before.push(look);
      return assigned[kind]?.[before.length - 1];
    },
    mayBeOld,
    gone: (kind) => {
      const found = new Set(assigned[kind]?.map((one) => one?.note));
      return (told[kind] ?? []).filter((note) => !found.has(note));
    },
    knowing: (notes, areOld = false) =>
      noteReader(
        Object.fromEntries(
          NOTED_KINDS.map((kind) => {
            const assign = kind === 'whys' ? assignToWhys : assignNotes;
            return [kind, assign(looks(kind), notes[kind] ?? [])];
          }),
        ),
        areOld,
        notes,
      ),
  };
}
