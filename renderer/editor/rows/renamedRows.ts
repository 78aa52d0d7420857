import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { newId } from '../../../shared/document/newId.ts';

/** The hidden id of an action item and the N of its `A<N>`. */
export interface ActionNames {
  readonly id: string;
  readonly number: number;
}

export interface PasteContext {
  /** Hidden ids of whys and action items that are in the document now. */
  readonly present: ReadonlySet<string>;
  /** The numbers of action items that are or were in it, by hidden id. */
  readonly seen: ReadonlyMap<string, number | null>;
  readonly nameAction: () => ActionNames;
}

/** What is pasted, its rows named so that no hidden id and no number is there twice. */
export function renamedRows(slice: Slice, context: PasteContext): Slice {
  const linkable = new Set([...context.present, ...whysIn(slice)]);
  return new Slice(
    mapped(slice.content, (node) => renamed(node, context, linkable)),
    slice.openStart,
    slice.openEnd,
  );
}

/** The hidden ids of pasted whys: what they are called where the document has none of them. */
function whysIn(slice: Slice): readonly string[] {
  const ids: string[] = [];
  slice.content.descendants(({ type, attrs }) => {
    if (type.name === 'why' && attrs.id !== null) ids.push(attrs.id);
  });
  return ids;
}

function renamed(
  node: Node,
  { present, seen, nameAction }: PasteContext,
  linkable: ReadonlySet<string>,
): Node {
  const { id, number, why } = node.attrs;
  const kind = node.type.name;
  if (kind === 'why' && (id === null || present.has(id))) {
    return node.type.create({ ...node.attrs, id: newId() }, node.content, node.marks);
  }
  if (kind !== 'actionItem') return node;
  const isBack = id !== null && !present.has(id) && seen.has(id) && seen.get(id) === number;
  const names = isBack ? { id, number } : nameAction();
  // A link to a why of another document leads nowhere here.
  const link = why !== null && linkable.has(why) ? why : null;
  return node.type.create({ ...node.attrs, ...names, why: link }, node.content, node.marks);
}

function mapped(fragment: Fragment, change: (node: Node) => Node): Fragment {
  const nodes: Node[] = [];
  fragment.forEach((node) => {
    const changed = change(node);
    nodes.push(node.isText ? changed : changed.copy(mapped(changed.content, change)));
  });
  return Fragment.from(nodes);
}
