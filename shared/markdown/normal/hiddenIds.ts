import type { BodyNode } from '../../document/template.ts';

/** What has a hidden id, and what an id that an import gives begins with. */
export const ID_PREFIX: Readonly<Record<string, string>> = {
  timelineRow: 'row',
  why: 'why',
  actionItem: 'action',
};

/**
 * Gives rows, whys and actions that have no hidden id one made of their place: the third row is `row3`. So an
 * imported text needs nothing in its front matter for ids, as long as its order stays.
 */
export function withHiddenIds(body: readonly BodyNode[]): BodyNode[] {
  const taken = new Set<string>();
  const places = new Map<string, number>();
  const note = (node: BodyNode): void => {
    const id = node.attrs?.id;
    if (node.type in ID_PREFIX && typeof id === 'string') taken.add(id);
    for (const child of node.content ?? []) note(child);
  };
  for (const node of body) note(node);
  const give = (node: BodyNode): BodyNode => {
    const prefix = ID_PREFIX[node.type];
    const content = node.content === undefined ? {} : { content: node.content.map(give) };
    if (prefix === undefined) return { ...node, ...content };
    const place = (places.get(prefix) ?? 0) + 1;
    places.set(prefix, place);
    if (typeof node.attrs?.id === 'string') return { ...node, ...content };
    let id = `${prefix}${place}`;
    while (taken.has(id)) id += 'x';
    taken.add(id);
    return { ...node, attrs: { id, ...node.attrs }, ...content };
  };
  return body.map(give);
}

/** The body without hidden ids. */
export const withoutHiddenIds = (body: readonly BodyNode[]): BodyNode[] => body.map(withoutId);

function withoutId(node: BodyNode): BodyNode {
  const content = node.content === undefined ? {} : { content: node.content.map(withoutId) };
  if (!(node.type in ID_PREFIX)) return { ...node, ...content };
  const { id: _, ...attrs } = node.attrs ?? {};
  const { attrs: __, ...bare } = node;
  return { ...bare, ...(Object.keys(attrs).length === 0 ? {} : { attrs }), ...content };
}

/** The hidden ids of the whys that actions are linked to. */
export function linkedWhys(body: readonly BodyNode[]): ReadonlySet<unknown> {
  const linksIn = ({ type, attrs, content = [] }: BodyNode): readonly unknown[] =>
    type === 'actionItem' ? [attrs?.why ?? null] : content.flatMap(linksIn);
  return new Set(body.flatMap(linksIn).filter((id) => id !== null));
}
