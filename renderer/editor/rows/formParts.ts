import type { Node, ResolvedPos } from '@tiptap/pm/model';

/** Names of nodes. */
export type Kinds = ReadonlySet<string>;

export const FORMS: Kinds = new Set([
  'whyChain',
  'fieldList',
  'actionList',
  'checklist',
  'signOff',
  'timeline',
]);

/** What is deleted as a whole where it lies between the ends of a selection. */
export const ROWS: Kinds = new Set(['why', 'field', 'actionItem', 'checkItem', 'signOffRow', 'timelineRow']);

/** The nodes in a form that hold its words: a row itself, or the cells of one. */
export const TEXTS: Kinds = new Set([
  'whyProblem',
  'whyQuestion',
  'whyAnswer',
  'rootCause',
  'field',
  'actionItem',
  'checkItem',
  'timelineEvent',
  'timelineSource',
]);

/** The depth of the outermost node of those kinds around a place; null where there is none. */
export function depthOf($place: ResolvedPos, kinds: Kinds): number | null {
  for (let depth = 1; depth <= $place.depth; depth += 1) {
    if (kinds.has($place.node(depth).type.name)) return depth;
  }
  return null;
}

/** Whether a node is a part of a form, from the form itself to its texts. */
export const isOfForm = ({ type: { name } }: Node): boolean =>
  FORMS.has(name) || ROWS.has(name) || TEXTS.has(name);

/** Whether a node is a text of a form that is one line: blocks would part it. */
export const isLineOfForm = ({ isTextblock, type }: Node): boolean => isTextblock && TEXTS.has(type.name);
