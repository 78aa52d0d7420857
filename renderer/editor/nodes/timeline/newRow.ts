import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { newId } from '../../../../shared/document/newId.ts';
import { safeLinkAddress } from '../../../../shared/schema/linkPolicy.ts';

export interface RowDraft {
  /** Time and milestones, as a row's attributes hold them. */
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly event?: string;
  readonly source?: string;
}

/** A row that is not in a document yet, with a hidden id of its own and both of its cells. */
export function newRow(schema: Schema, { attrs = {}, event = '', source = '' }: RowDraft = {}): Node {
  const { paragraph, timelineRow, timelineEvent, timelineSource } = schema.nodes;
  return timelineRow!.create({ ...attrs, id: newId() }, [
    timelineEvent!.create(null, paragraph!.create(null, textOf(schema, event))),
    timelineSource!.create(null, sourceContent(schema, source)),
  ]);
}

const textOf = (schema: Schema, text: string): Fragment =>
  text === '' ? Fragment.empty : Fragment.from(schema.text(text));

/** What was typed as a source: an address becomes a link to itself, all else stays words. */
export function sourceContent(schema: Schema, typed: string): Fragment {
  const text = typed.trim();
  if (text === '') return Fragment.empty;
  const address = /\s/.test(text) ? null : safeLinkAddress(text);
  const marks = address === null ? [] : [schema.marks.link!.create({ href: address })];
  return Fragment.from(schema.text(text, marks));
}
