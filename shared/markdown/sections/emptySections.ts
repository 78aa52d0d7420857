import { DEFAULT_PLACES } from '../../document/checklist.ts';
import type { SectionKey } from '../../document/sections.ts';
import { type BodyNode, templateBody } from '../../document/template.ts';

/** What stands under the heading of a section that nobody has filled in. */
export const NOT_FILLED_IN: BodyNode = {
  type: 'paragraph',
  content: [{ type: 'text', text: 'Not filled in.', marks: [{ type: 'italic' }] }],
};

/** The sections that are without words when nobody has filled them in; the others name roles and checks. */
const WITHOUT_WORDS: ReadonlySet<SectionKey> = new Set([
  'summary',
  'customerImpact',
  'timeline',
  'rootCause',
  'contributingFactors',
  'notCaught',
  'wentRight',
  'wentWrong',
  'actionItems',
  'lessons',
  'relatedArtefacts',
  'customerCommunication',
]);

/**
 * What a template puts into a section that can be empty, or null for another section.
 *
 * @param whyId the hidden id of the one empty why that the root cause has
 */
export function emptySection(key: SectionKey, whyId: string | null): readonly BodyNode[] | null {
  const content = EMPTY.get(key);
  return content === undefined ? null : [withWhyId(content, whyId)];
}

const EMPTY: ReadonlyMap<SectionKey, BodyNode> = new Map(
  templateBody('full', null, DEFAULT_PLACES).flatMap((heading, at, body) => {
    const key = [...WITHOUT_WORDS].find((other) => other === heading.attrs?.section);
    const content = body[at + 1];
    return key === undefined || content === undefined ? [] : [[key, content] as const];
  }),
);

/** The hidden id of the first why under some nodes. */
export function firstWhyId(nodes: readonly BodyNode[]): string | null {
  const why = nodes.flatMap(({ content = [] }) => content).find(({ type }) => type === 'why');
  const id = why?.attrs?.id;
  return typeof id === 'string' ? id : null;
}

function withWhyId(node: BodyNode, id: string | null): BodyNode {
  if (node.type === 'why') {
    const { attrs: _, ...bare } = node;
    return id === null ? bare : { ...bare, attrs: { id } };
  }
  return node.content === undefined
    ? node
    : { ...node, content: node.content.map((child) => withWhyId(child, id)) };
}
