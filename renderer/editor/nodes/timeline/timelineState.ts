import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { formatDay } from '../../../../shared/time/formatInstant.ts';
import type { RowDecoration } from './drawnRow.ts';
import type { RowFlag } from './rowFlag.ts';
import { isRowSelected, rowAt, rowOfSelection } from './rowPlace.ts';
import { type TimelineModel, timelineModel } from './timelineModel.ts';

/** A timeline of the document, by the position before it. */
interface PlacedModel {
  readonly position: number;
  readonly timeline: Node;
  readonly model: TimelineModel;
}

interface TimelineState {
  readonly timelines: readonly PlacedModel[];
  /** The position before the row that is being written in, or null. */
  readonly active: number | null;
  /** The focus is at the foot of a timeline: no row is being written in, wherever the caret was left. */
  readonly away: boolean;
  readonly decorations: DecorationSet;
}

export const timelineKey = new PluginKey<TimelineState>('timeline');

/** Says that the focus went to the foot of a timeline, or came back from it. */
export const goneAway = (tr: Transaction, away: boolean): Transaction =>
  tr.setMeta(timelineKey, away).setMeta('addToHistory', false);

/** What was computed of the timelines of a document, once for each change of their times and marks. */
export const timelinePlugin = (): Plugin<TimelineState> =>
  new Plugin<TimelineState>({
    key: timelineKey,
    state: {
      init: (_, state) => next(state, [], false),
      apply: (tr, before, _, state) => {
        const said: unknown = tr.getMeta(timelineKey);
        const away = typeof said === 'boolean' ? said : before.away && !tr.selectionSet;
        if (!tr.docChanged && !tr.selectionSet && away === before.away) return before;
        return next(state, before.timelines, away);
      },
    },
    props: { decorations: (state) => timelineKey.getState(state)?.decorations },
  });

function next(state: EditorState, before: readonly PlacedModel[], away: boolean): TimelineState {
  const timelines = placedModels(state.doc, before);
  const { selection } = state;
  const row = away || isRowSelected(selection) ? null : rowOfSelection(selection);
  const active = row?.rowPos ?? null;
  return { timelines, active, away, decorations: decorationsOf(state.doc, timelines, active) };
}

function placedModels(doc: Node, before: readonly PlacedModel[]): readonly PlacedModel[] {
  const found: PlacedModel[] = [];
  doc.descendants((node, position) => {
    if (node.type.name !== 'timeline') return !node.isTextblock;
    const old = before[found.length];
    const model = old?.timeline === node ? old.model : timelineModel(node, old?.model);
    found.push({ position, timeline: node, model });
    return false;
  });
  return found;
}

/** Only rows with something of their own to show get a decoration: a day above, a flag, or the caret. */
function decorationsOf(doc: Node, timelines: readonly PlacedModel[], active: number | null): DecorationSet {
  const decorations: Decoration[] = [];
  for (const { position, timeline, model } of timelines) {
    timeline.forEach((row, offset, index) => {
      const from = position + 1 + offset;
      const day = model.days[index] ?? null;
      const flag = model.flags[index] ?? null;
      if (day === null && flag === null && from !== active) return;
      const spec: RowDecoration = {
        timelineRow: true,
        day: day === null ? null : formatDay(day),
        flag,
        active: from === active,
      };
      decorations.push(Decoration.node(from, from + row.nodeSize, {}, spec));
    });
  }
  return DecorationSet.create(doc, decorations);
}

/** The timelines of a document, in their order, with how many rows of each are out of order. */
export const timelinesIn = (
  state: EditorState,
): readonly { readonly position: number; readonly outOfOrder: number }[] =>
  (timelineKey.getState(state)?.timelines ?? []).map(({ position, model }) => ({
    position,
    outOfOrder: model.flags.filter((flag) => flag?.kind === 'order').length,
  }));

/** Whether the focus is at the foot of a timeline: no row is written in, wherever the caret was left. */
export const isAway = (state: EditorState): boolean => timelineKey.getState(state)?.away ?? false;

/** The model of the timeline before which `position` lies. */
export const modelAt = (state: EditorState, position: number): TimelineModel | undefined =>
  timelineKey.getState(state)?.timelines.find((placed) => placed.position === position)?.model;

/** Why the row before which `rowPos` lies is to be looked at, or null. */
export function flagAt(state: EditorState, rowPos: number): RowFlag | null {
  const place = rowAt(state.doc, rowPos);
  return place === null ? null : (modelAt(state, place.timelinePos)?.flags[place.index] ?? null);
}
