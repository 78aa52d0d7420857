import { actionLabels } from './actionLabels.ts';
import { attr } from './attr.ts';
import type { BodyNode } from './template.ts';

/** An action item of a body under its label: `A3`. */
export interface LabelledAction {
  readonly item: BodyNode;
  readonly label: string;
}

/** All action items among some nodes, however deep, each with its label. */
export function labelledActions(nodes: readonly BodyNode[]): readonly LabelledAction[] {
  const items = actionsIn(nodes);
  const labels = actionLabels(
    items.map((item) => ({
      id: attr(item, 'id'),
      number: typeof item.attrs?.number === 'number' ? item.attrs.number : null,
    })),
  );
  return items.map((item, index) => ({ item, label: labels[index] ?? '' }));
}

const actionsIn = (nodes: readonly BodyNode[]): readonly BodyNode[] =>
  nodes.flatMap((node) => (node.type === 'actionItem' ? [node] : actionsIn(node.content ?? [])));
