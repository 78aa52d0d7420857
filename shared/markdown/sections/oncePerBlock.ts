import type { BodyNode } from '../../document/template.ts';

/** A reading of a block alone, done once for each: a text is walked several times while it is read, and its blocks stay the same. */
export function oncePerBlock<T>(read: (block: BodyNode) => T): (block: BodyNode) => T {
  const known = new WeakMap<BodyNode, { readonly value: T }>();
  return (block) => {
    const found = known.get(block) ?? { value: read(block) };
    known.set(block, found);
    return found.value;
  };
}
