import type { Facts } from '../../../shared/document/facts.ts';
import { type LabelledAction, labelledActions } from '../../../shared/document/labelledActions.ts';
import type { BodyNode } from '../../../shared/document/template.ts';
import { isInline, wordsBeyond } from './beyondSchema.ts';
import { cell, led, note, paragraph, row, table, text } from './madeOf.ts';
import { readableActions, readableFields, readableSignOff } from './readableForms.ts';
import { readableTimeline } from './readableTimeline.ts';
import { readableWhys } from './readableWhys.ts';

/** What forms need beside their own node. */
export interface Reading {
  readonly facts: Facts;
  readonly actions: readonly LabelledAction[];
  /** The blocks or the line that a node holds, readable in turn. */
  readonly inside: (node: BodyNode) => readonly BodyNode[];
  /** What a form holds and has no place for. */
  readonly block: (node: BodyNode) => readonly BodyNode[];
}

/**
 * A body as ordinary blocks that can be drawn without an editor: forms as tables, lists and headings, and what
 * this version does not know by its name, its attributes and its text. Nothing that a person can read is left
 * out, and everything stays in its order. What the page says itself
 * is of the type `note`; the mark `mono` stands for figures in columns.
 *
 * @returns the blocks of each node of the body
 */
export function readableBody(body: readonly BodyNode[], facts: Facts): readonly (readonly BodyNode[])[] {
  const reading: Reading = {
    facts,
    actions: labelledActions(body),
    inside: (node) => (node.content ?? []).flatMap((child) => readable(child, holdsLine(node), reading)),
    block: (node) => readable(node, false, reading),
  };
  return body.map(reading.block);
}

const LINES: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'rawBlock',
  'checkItem',
  'timelineSource',
  'whyProblem',
  'whyQuestion',
]);

const holdsLine = (node: BodyNode): boolean =>
  LINES.has(node.type) || (node.content ?? []).some((child) => isInline(child));

function readable(node: BodyNode, inLine: boolean, reading: Reading): readonly BodyNode[] {
  const words = wordsBeyond(node);
  const standsInLine = inLine || isInline(node);
  const shown = standsInLine ? inlineOf(node, reading) : blocksOf(node, reading);
  if (words === null) return shown;
  if (standsInLine) return [text(`[${words}]`), ...shown];
  const [first, ...rest] = shown;
  return first !== undefined && PARTS.has(first.type)
    ? [{ ...first, content: [note(words), ...(first.content ?? [])] }, ...rest]
    : [note(words), ...shown];
}

/** Parts of lists and tables: what is to be said of them is said in them. */
const PARTS: ReadonlySet<string> = new Set(['listItem', 'taskItem', 'tableCell', 'tableHeader']);

function inlineOf(node: BodyNode, { inside }: Reading): readonly BodyNode[] {
  switch (node.type) {
    case 'text':
    case 'hardBreak':
    case 'image':
      return [node];
    case 'rawInline':
      return [text(String(node.attrs?.value ?? ''), 'code')];
    case 'footnoteReference':
      return [text(footnoteLabel(node))];
    default:
      return inside(node);
  }
}

const footnoteLabel = ({ attrs }: BodyNode): string => `[${String(attrs?.label ?? '')}]`;

function blocksOf(node: BodyNode, reading: Reading): readonly BodyNode[] {
  const { inside } = reading;
  switch (node.type) {
    case 'timeline':
      return readableTimeline(node, reading);
    case 'whyChain':
      return readableWhys(node, reading);
    case 'fieldList':
      return readableFields(node, reading);
    case 'actionList':
      return readableActions(node, reading);
    case 'signOff':
      return readableSignOff(node, reading);
    case 'checklist':
      return [{ type: 'taskList', content: held(inside(node), ['taskItem'], 'taskItem') }];
    case 'checkItem':
      return [{ ...node, type: 'taskItem', content: [paragraph(...inside(node))] }];
    case 'rawBlock':
      return [{ type: 'codeBlock', content: inside(node) }];
    case 'footnote':
      return led([text(footnoteLabel(node))], inside(node));
    case 'bulletList':
    case 'orderedList':
      return [{ ...node, content: held(inside(node), ['listItem'], 'listItem') }];
    case 'taskList':
      return [{ ...node, content: held(inside(node), ['taskItem'], 'taskItem') }];
    case 'table':
      return [
        table(
          [],
          inside(node).map((part) => (part.type === 'tableRow' ? part : row(cell([part])))),
        ),
      ];
    case 'tableRow':
      return [{ ...node, content: held(inside(node), ['tableCell', 'tableHeader'], 'tableCell') }];
    default:
      return ordinary(node, inside(node));
  }
}

/** The children of a list or a row; one that is no part of such a thing gets a part of its own. */
const held = (children: readonly BodyNode[], parts: readonly string[], part: string): readonly BodyNode[] =>
  children.map((child) => (parts.includes(child.type) ? child : { type: part, content: [child] }));

const ORDINARY: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'listItem',
  'taskItem',
  'tableCell',
  'tableHeader',
]);

/** A node without a form of its own is what it holds. */
function ordinary(node: BodyNode, inside: readonly BodyNode[]): readonly BodyNode[] {
  if (ORDINARY.has(node.type)) return [{ ...node, content: inside }];
  return holdsLine(node) && inside.length > 0 ? [paragraph(...inside)] : inside;
}
