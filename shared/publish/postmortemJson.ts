import { actionStatusOf } from '../document/actionStatus.ts';
import { attr } from '../document/attr.ts';
import { fieldSpec } from '../document/fields.ts';
import { labelledActions } from '../document/labelledActions.ts';
import { milestoneRowsOf } from '../document/milestoneRows.ts';
import { textOf } from '../document/readBody.ts';
import type { BodyNode } from '../document/template.ts';
import { followedTicket } from '../document/ticketLink.ts';
import type { PostmortemContent } from '../markdown/postmortemContent.ts';
import { sectionsOf } from '../review/sectionsOf.ts';
import { MILESTONE_KEYS } from '../schema/milestones.ts';
import { customerImpact, incidentMetrics } from '../time/incidentMetrics.ts';
import { timeOfAttributes } from '../time/rowTimeAttributes.ts';
import type { PostmortemJson } from './postmortemJsonSchema.ts';
import { childrenOf } from './publishContext.ts';

/** A postmortem as plain data for other programs. docs/export.schema.json describes it. */
export function postmortemJson({ facts, status, body }: PostmortemContent): PostmortemJson {
  const rows = milestoneRowsOf(body);
  const metrics = new Map(incidentMetrics(rows).map(({ key, minutes }) => [key, minutes]));
  const stated = /^\d{1,6}$/.test(facts.statedImpact ?? '') ? Number(facts.statedImpact) : null;
  const actions = labelledActions(body);
  return {
    version: 1,
    status,
    facts: {
      ...facts,
      tenants: [...facts.tenants],
      regions: [...facts.regions],
      services: [...facts.services],
      impactMinutes: stated ?? customerImpact(rows).minutes,
    },
    metrics: {
      detect: metrics.get('detect') ?? null,
      acknowledge: metrics.get('acknowledge') ?? null,
      mitigate: metrics.get('mitigate') ?? null,
      resolve: metrics.get('resolve') ?? null,
    },
    sections: sectionTexts(body),
    timelines: all(body, 'timeline').map((timeline) => ({
      rows: childrenOf(timeline, 'timelineRow').map(rowJson),
    })),
    problem: textIn(all(body, 'whyProblem')) || null,
    whys: all(body, 'why').map((why) => ({
      question: textIn(childrenOf(why, 'whyQuestion')),
      answer: textIn(childrenOf(why, 'whyAnswer')),
      systemLevel: why.attrs?.systemLevel === true,
      actions: actions
        .filter(({ item }) => attr(item, 'why') !== null && attr(item, 'why') === attr(why, 'id'))
        .map(({ label }) => label),
    })),
    rootCause: textIn(all(body, 'rootCause')) || null,
    actions: actions.map(({ item, label }) => ({
      id: label,
      description: textOf(item),
      owner: attr(item, 'owner'),
      ...ticketJson(attr(item, 'ticket')),
      due: attr(item, 'due'),
      priority: attr(item, 'priority'),
      status: actionStatusOf(attr(item, 'status')) ?? attr(item, 'status') ?? 'open',
    })),
    fields: all(body, 'field').map((field) => ({
      key: attr(field, 'key'),
      label: attr(field, 'label') ?? fieldSpec(attr(field, 'key'))?.label ?? '',
      choice: attr(field, 'choice'),
      subject: attr(field, 'subject'),
      text: textOf(field),
    })),
    checklist: all(body, 'checkItem').map((item) => ({
      key: attr(item, 'key'),
      text: textOf(item),
      checked: item.attrs?.checked === true,
    })),
    signOff: all(body, 'signOffRow').map((row) => ({
      key: attr(row, 'key'),
      role: attr(row, 'role'),
      name: attr(row, 'name'),
      date: attr(row, 'date'),
    })),
  };
}

/** Every node of a type, in the order of the document. */
const all = (nodes: readonly BodyNode[], type: string): readonly BodyNode[] =>
  nodes.flatMap((node) => (node.type === type ? [node] : all(node.content ?? [], type)));

const textIn = (nodes: readonly BodyNode[]): string =>
  nodes
    .map(textOf)
    .filter((text) => text !== '')
    .join('\n');

function ticketJson(
  ticket: string | null,
): Pick<PostmortemJson['actions'][number], 'ticket' | 'ticketAddress'> {
  if (ticket === null) return { ticket, ticketAddress: null };
  const { words, href } = followedTicket(ticket);
  return { ticket: words, ticketAddress: href };
}

function sectionTexts(body: readonly BodyNode[]): PostmortemJson['sections'] {
  const sections = sectionsOf(body);
  const before = textIn(body.slice(0, sections[0]?.index ?? body.length));
  return [
    ...(before === '' ? [] : [{ key: null, title: '', text: before }]),
    ...sections.map(({ key, title, nodes }) => ({ key, title, text: textIn(nodes) })),
  ];
}

function rowJson(row: BodyNode): PostmortemJson['timelines'][number]['rows'][number] {
  const sources = childrenOf(row, 'timelineSource');
  return {
    ...timeOfAttributes(row.attrs ?? {}),
    milestones: MILESTONE_KEYS.filter((key) => row.attrs?.[key] === true),
    event: textIn(childrenOf(row, 'timelineEvent')),
    source: textIn(sources),
    sourceLinks: [...new Set(sources.flatMap(linksIn))],
  };
}

const linksIn = (node: BodyNode): readonly string[] => [
  ...(node.marks ?? []).flatMap(({ type, attrs }) =>
    type === 'link' && typeof attrs?.href === 'string' ? [attrs.href] : [],
  ),
  ...(node.content ?? []).flatMap(linksIn),
];
