import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { readAbout } from '../../../../shared/document/about.ts';
import { readFacts } from '../../../../shared/document/facts.ts';
import { timesAbove } from '../../../../shared/markdown/timesInPlace.ts';
import { carriedByRows } from '../../../../shared/time/carriedByRows.ts';
import { type CarriedDay, onDayAlone } from '../../../../shared/time/carriedDay.ts';
import { timeOfAttributes } from '../../../../shared/time/rowTimeAttributes.ts';
import { sessionOf } from '../../editorContext.ts';
import type { RowPlace } from './rowPlace.ts';

type Days = readonly CarriedDay[];

const NO_DAY = onDayAlone(null, null);
const withinTimelines = new WeakMap<Node, Days>();
const inDocuments = new WeakMap<Node, { readonly of: readonly unknown[]; readonly days: Days }>();

/** TM-16: what stands above a row, in its timeline or else above that, says of its day. */
export function carriedDayOf(editor: Editor, { timeline, timelinePos, index }: RowPlace): CarriedDay {
  const within = daysWithin(timeline)[index] ?? NO_DAY;
  return within.carryDate === null ? (daysBelow(editor, timeline, timelinePos)[index] ?? NO_DAY) : within;
}

function daysWithin(timeline: Node): Days {
  const kept = withinTimelines.get(timeline) ?? daysOf(timeline, NO_DAY);
  withinTimelines.set(timeline, kept);
  return kept;
}

function daysBelow(editor: Editor, timeline: Node, timelinePos: number): Days {
  const { doc } = editor.state;
  const session = sessionOf(editor);
  const facts = readFacts(session.doc);
  const of = [doc, facts.title, facts.firstAlert];
  const kept = inDocuments.get(timeline);
  if (kept?.of.every((part, at) => part === of[at])) return kept.days;
  const said = { ...readAbout(session.doc), facts, body: doc.toJSON().content };
  const days = daysOf(timeline, timesAbove(said, doc.resolve(timelinePos).index(0)));
  inDocuments.set(timeline, { of, days });
  return days;
}

const daysOf = (timeline: Node, above: CarriedDay): Days =>
  carriedByRows(
    timeline.children.map(({ attrs }) => timeOfAttributes(attrs)),
    above,
  );
