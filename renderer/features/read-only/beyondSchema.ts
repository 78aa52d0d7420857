import type { BodyNode } from '../../../shared/document/template.ts';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { note } from './madeOf.ts';

/**
 * What this version's schema does not know of a node itself, in words: the name of an unknown node, and the
 * attributes that no node of that name has. Null for a node that is known in whole.
 */
export function wordsBeyond({ type, attrs = {} }: BodyNode): string | null {
  const known = postmortemSchema.nodes[type];
  const strange = Object.entries(attrs).flatMap(([name, value]) =>
    name in (known?.spec.attrs ?? {}) || !isReadable(value) ? [] : [`${name}: ${String(value)}`],
  );
  const words = known === undefined ? [type, ...strange] : strange;
  return words.length === 0 ? null : `From a newer version: ${words.join(', ')}`;
}

const isReadable = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value !== '') || value === true;

/** The same for nodes that are drawn together, a quiet line each. */
export const notesBeyond = (...nodes: readonly BodyNode[]): readonly BodyNode[] =>
  nodes.flatMap((node) => {
    const words = wordsBeyond(node);
    return words === null ? [] : [note(words)];
  });

/** Whether a node is known to stand in a line of text. */
export const isInline = ({ type }: BodyNode): boolean =>
  type === 'text' || (postmortemSchema.nodes[type]?.isInline ?? false);
