import { fieldSpec } from '../../document/fields.ts';
import type { BodyNode } from '../../document/template.ts';
import { MILESTONE_KEYS } from '../../schema/milestones.ts';
import {
  ACTION_COLUMNS,
  type ActionColumn,
  type ActionStyle,
  actionStyleOf,
  actionStyleText,
  statusOf,
  statusText,
} from '../forms/actions/actionStyle.ts';
import { tickStyleOf, tickStyleText } from '../forms/actions/tickStyle.ts';
import { type Attrs, node } from '../forms/attrs.ts';
import { tidy } from '../forms/cells.ts';
import { fieldStyleOf, fieldStyleText } from '../forms/fields/fieldStyle.ts';
import { leadsApart, rowLeads } from '../forms/timeline/rowLeads.ts';
import { attrsOfTime, timeOfAttrs } from '../forms/timeline/rowTimes.ts';
import {
  OUR_TABLE,
  readWritten,
  type TimelineWritten,
  writtenText,
} from '../forms/timeline/timelineWritten.ts';
import { EVENT_LABEL, SOURCE_LABEL, TIME_LABEL } from '../forms/timeline/writeTimeline.ts';
import { styleText, whyStyleOf } from '../forms/whys/whyStyle.ts';
import { normalContent } from './normalBlocks.ts';
import { keptText, type NormalPlace, normalInline } from './normalInline.ts';

/** A form in its normal form: each row and why has its parts once, attributes say something or are absent. */
export function normalForm(form: BodyNode, place: NormalPlace): BodyNode {
  const children = form.content ?? [];
  switch (form.type) {
    case 'timeline': {
      const rows = children.map((row) => normalRow(row, place));
      return node('timeline', timelineAttrs(form, rows), rows);
    }
    case 'whyChain':
      return node(
        'whyChain',
        { written: styleText(whyStyleOf(form)) },
        children.map((child) => normalWhyPart(child, place)),
      );
    case 'actionList': {
      const style = actionStyleOf(form);
      return node(
        'actionList',
        { written: writtenActions(form) },
        children.map((item) =>
          node('actionItem', actionAttrs(item, style), normalContent(item.content ?? [], place, false)),
        ),
      );
    }
    case 'fieldList':
      return node(
        'fieldList',
        { written: fieldStyleText(fieldStyleOf(form)) },
        children.map((field) =>
          node('field', fieldAttrs(field), normalContent(field.content ?? [], place, false)),
        ),
      );
    case 'checklist':
      return node(
        'checklist',
        {},
        children.map((item) =>
          node(
            'checkItem',
            { key: words(item, 'key'), checked: item.attrs?.checked === true || null },
            normalInline(item.content ?? [], place),
          ),
        ),
      );
    default:
      return node(
        'signOff',
        {},
        children.map((row) => node('signOffRow', textAttrs(row, ['key', 'role', 'name', 'date']))),
      );
  }
}

/** A one-line text, or null for none. */
function words(of: BodyNode, name: string): string | null {
  const value = of.attrs?.[name];
  return typeof value === 'string' ? tidy(keptText(value)) || null : null;
}

const textAttrs = (of: BodyNode, names: readonly string[]): Attrs =>
  Object.fromEntries(names.map((name) => [name, words(of, name)]));

function timelineAttrs(timeline: BodyNode, rows: readonly BodyNode[]): Attrs {
  const label = (name: string, ours: string): string | null => {
    const value = timeline.attrs?.[name];
    const text = typeof value === 'string' ? tidy(keptText(value)) : null;
    return text === ours ? null : text;
  };
  const sources = (timeline.content ?? []).some((row) => partsOf(row, 'timelineSource').length > 0);
  const sourceLabel = label('sourceLabel', SOURCE_LABEL);
  const written = readWritten(timeline);
  return {
    timeLabel: label('timeLabel', TIME_LABEL),
    eventLabel: label('eventLabel', EVENT_LABEL),
    sourceLabel: sourceLabel === '' && sources ? null : sourceLabel,
    written: written === null ? null : writtenText(withRowsLeads(written, rows), OUR_TABLE),
  };
}

/** Only the rows that are there can be written in another way than the others. */
function withRowsLeads(written: TimelineWritten, rows: readonly BodyNode[]): TimelineWritten {
  const times = rows.map(({ attrs = {} }) => timeOfAttrs(attrs));
  const others = leadsApart(times, written, rowLeads(times, written, written.others));
  return { ...written, others };
}

const partsOf = (row: BodyNode, type: string): readonly BodyNode[] =>
  (row.content ?? []).filter((part) => part.type === type).flatMap(({ content = [] }) => content);

function normalRow(row: BodyNode, place: NormalPlace): BodyNode {
  const asWritten = row.attrs?.asWritten;
  const tidied = {
    ...row.attrs,
    asWritten: typeof asWritten === 'string' ? tidy(keptText(asWritten)) : null,
  };
  const flags = ['keep', ...MILESTONE_KEYS].map((key) => [key, row.attrs?.[key] === true || null] as const);
  const source = normalInline(lines(row, 'timelineSource'), place);
  return node(
    'timelineRow',
    { id: words(row, 'id'), ...attrsOfTime(timeOfAttrs(tidied)), ...Object.fromEntries(flags) },
    [
      { type: 'timelineEvent', content: normalContent(partsOf(row, 'timelineEvent'), place, false) },
      ...(source.length === 0 ? [] : [node('timelineSource', {}, source)]),
    ],
  );
}

/** The lines of all parts of a kind as one, a space between. */
function lines(of: BodyNode, type: string): readonly BodyNode[] {
  const parts = (of.content ?? []).filter((part) => part.type === type && (part.content ?? []).length > 0);
  return parts.flatMap(({ content = [] }, at) =>
    at === 0 ? content : [{ type: 'text', text: ' ' }, ...content],
  );
}

function normalWhyPart(part: BodyNode, place: NormalPlace): BodyNode {
  switch (part.type) {
    case 'whyProblem':
      return node('whyProblem', {}, normalInline(part.content ?? [], place));
    case 'rootCause':
      return node('rootCause', {}, normalContent(part.content ?? [], place, false));
    default:
      return node('why', { id: words(part, 'id'), systemLevel: part.attrs?.systemLevel === true || null }, [
        node('whyQuestion', {}, normalInline(lines(part, 'whyQuestion'), place)),
        { type: 'whyAnswer', content: normalContent(partsOf(part, 'whyAnswer'), place, false) },
      ]);
  }
}

function writtenActions(list: BodyNode): string | null {
  const ticks = tickStyleOf(list);
  return ticks === null ? actionStyleText(actionStyleOf(list)) : tickStyleText(ticks);
}

function actionAttrs(item: BodyNode, style: ActionStyle): Attrs {
  const number = item.attrs?.number;
  const columns = textAttrs(item, ACTION_COLUMNS) as Readonly<Record<ActionColumn, string | null>>;
  const isNumber = typeof number === 'number' && Number.isInteger(number) && number >= 0 && number < 1e9;
  return {
    ...textAttrs(item, ['id', 'why']),
    ...columns,
    status: statusOf(statusText(columns.status ?? null, style), style),
    number: isNumber ? number : null,
  };
}

function fieldAttrs(field: BodyNode): Attrs {
  const attrs = textAttrs(field, ['key', 'label', 'choice', 'subject']);
  const spec = fieldSpec(attrs.key as string | null);
  return { ...attrs, label: spec !== undefined && attrs.label === spec.label ? null : attrs.label };
}
