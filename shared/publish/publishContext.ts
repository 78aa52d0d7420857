import type { Facts } from '../document/facts.ts';
import type { BodyNode } from '../document/template.ts';
import type { PictureAddress } from './ordinaryBlocks.ts';

/** What the printed forms need beside their own node. */
export interface PublishContext {
  readonly facts: Facts;
  readonly picture: PictureAddress;
  /** The label of an action item (`A3`) by its hidden id. */
  readonly actionLabel: (id: string) => string;
  /** The labels of the actions that answer a why, by its id. */
  readonly actionsOfWhy: (id: string) => readonly string[];
}

export const childrenOf = (node: BodyNode, ...types: readonly string[]): readonly BodyNode[] =>
  (node.content ?? []).filter(({ type }) => types.includes(type));
