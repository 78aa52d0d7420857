import type { BodyNode } from '../../../document/template.ts';
import { node, notedAttrs } from '../attrs.ts';
import type { FormContext } from '../formContext.ts';
import { blocksAfterLead, boldStart, firstLine, lineAfterLead } from '../lead.ts';
import { lookOf } from '../noted.ts';
import { type WhyLabel, whyLabelOf, whyLead } from './whyParts.ts';

const EMPTY: BodyNode = { type: 'paragraph' };

/** A list of which every item begins with a why chain's label, the whys numbered in order; else null. */
export function readWhyChain(list: BodyNode, context: FormContext): BodyNode | null {
  if (list.type !== 'bulletList') return null;
  const items = list.content ?? [];
  const labels = items.map(({ content = [] }) => labelOf(content));
  if (labels.includes(null) || !areNumbered(labels as WhyLabel[])) return null;
  const hasRoom = items.every(
    ({ content = [] }, at) => labels[at]?.kind !== 'problem' || content.length === 1,
  );
  if (!hasRoom) return null;
  return {
    type: 'whyChain',
    content: items.map(({ content = [] }, at) => entryOf(labels[at] as WhyLabel, content, context)),
  };
}

function labelOf(content: readonly BodyNode[]): WhyLabel | null {
  const label = whyLabelOf(boldStart(firstLine(content)) ?? '');
  return label !== null && blocksAfterLead(content, whyLead(label)) !== null ? label : null;
}

function areNumbered(labels: readonly WhyLabel[]): boolean {
  const numbers = labels.flatMap((label) => (label.kind === 'why' ? [label.number] : []));
  return numbers.every((number, at) => number === at + 1) && labels.length > 0;
}

function entryOf(label: WhyLabel, content: readonly BodyNode[], context: FormContext): BodyNode {
  const lead = whyLead(label);
  const [, ...others] = content;
  const line = lineAfterLead(firstLine(content), lead) ?? [];
  switch (label.kind) {
    case 'problem':
      // What stands under the problem's line has no place in it; the list stays a list then.
      return node('whyProblem', {}, line);
    case 'rootCause': {
      const blocks = blocksAfterLead(content, lead) ?? [];
      return node('rootCause', {}, blocks.length === 0 ? [EMPTY] : blocks);
    }
    case 'why': {
      const note = context.notes.take('whys', lookOf(content))?.note;
      const attrs = { id: null, systemLevel: label.systemLevel || null };
      return node('why', notedAttrs(attrs, note, ['id']), [
        node('whyQuestion', {}, line),
        { type: 'whyAnswer', content: others.length === 0 ? [EMPTY] : others },
      ]);
    }
  }
}
