import type { TemplateName } from './about.ts';
import { CHECKLIST, type PublicationPlaces, SIGN_OFF_ROLES } from './checklist.ts';
import type { Severity } from './facts.ts';
import {
  CUSTOMER_COMMUNICATION_FIELDS,
  CUSTOMER_IMPACT_FIELDS,
  type FieldSpec,
  NOT_CAUGHT_FIELDS,
  RELATED_ARTEFACT_FIELDS,
} from './fields.ts';
import { newId } from './newId.ts';
import { SECTIONS, type SectionKey } from './sections.ts';

/** A node of the body as ProseMirror's JSON. */
export interface BodyNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly BodyNode[];
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
}

const paragraph: BodyNode = { type: 'paragraph' };
const emptyList: BodyNode = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] };

const fieldList = (fields: readonly FieldSpec[]): BodyNode => ({
  type: 'fieldList',
  content: fields.map(({ key }) => ({ type: 'field', attrs: { key }, content: [paragraph] })),
});

const emptyWhy = (): BodyNode => ({
  type: 'why',
  attrs: { id: newId() },
  content: [{ type: 'whyQuestion' }, { type: 'whyAnswer', content: [paragraph] }],
});

function sectionBody(key: SectionKey, severity: Severity | null, places: PublicationPlaces): BodyNode {
  switch (key) {
    case 'summary':
      return paragraph;
    case 'customerImpact':
      return fieldList(CUSTOMER_IMPACT_FIELDS);
    case 'timeline':
      return { type: 'timeline' };
    case 'rootCause':
      return {
        type: 'whyChain',
        content: [{ type: 'whyProblem' }, emptyWhy(), { type: 'rootCause', content: [paragraph] }],
      };
    case 'contributingFactors':
      return {
        type: 'fieldList',
        content: [{ type: 'field', attrs: { key: 'factor' }, content: [paragraph] }],
      };
    case 'notCaught':
      return fieldList(NOT_CAUGHT_FIELDS);
    case 'wentRight':
    case 'wentWrong':
    case 'lessons':
      return emptyList;
    case 'actionItems':
      return { type: 'actionList' };
    case 'relatedArtefacts':
      return fieldList(RELATED_ARTEFACT_FIELDS);
    case 'customerCommunication':
      return fieldList(CUSTOMER_COMMUNICATION_FIELDS);
    case 'publicationChecklist':
      return {
        type: 'checklist',
        content: CHECKLIST.filter((item) => !item.onlyP0 || severity === 'P0').map((item) => ({
          type: 'checkItem',
          attrs: { key: item.key },
          content: [{ type: 'text', text: item.words(places) }],
        })),
      };
    case 'signOff':
      return {
        type: 'signOff',
        content: SIGN_OFF_ROLES.filter((row) => !row.onlyP0 || severity === 'P0').map((row) => ({
          type: 'signOffRow',
          attrs: { key: row.key, role: row.role },
        })),
      };
  }
}

/** The template offered for a severity: Full for P0 and P1, Short for the others. */
export const templateFor = (severity: Severity | null): TemplateName =>
  severity === 'P2' || severity === 'P3' ? 'short' : 'full';

/**
 * The body of a new postmortem: headings with their section keys and, under each, the empty node to fill.
 * Guidance is never part of it: the window shows it as placeholders, so there is nothing to delete.
 */
export function templateBody(
  template: Exclude<TemplateName, 'imported'>,
  severity: Severity | null,
  places: PublicationPlaces,
): readonly BodyNode[] {
  return SECTIONS.filter((section) => template === 'full' || section.short).flatMap((section) => [
    {
      type: 'heading',
      attrs: { level: 2, section: section.key },
      content: [{ type: 'text', text: section.heading }],
    },
    sectionBody(section.key, severity, places),
  ]);
}
