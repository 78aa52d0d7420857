import type { BodyNode } from './template.ts';

/** The text in an attribute of a node; null for none, an empty one, and what is no text. */
export const attr = (node: BodyNode, name: string): string | null => {
  const value = node.attrs?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
};
