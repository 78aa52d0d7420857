import type { TemplateName } from '../../document/about.ts';
import { type Facts, SET_FACTS, TEXT_FACTS } from '../../document/facts.ts';
import type { BodyNode } from '../../document/template.ts';
import { customerImpact } from '../../time/incidentMetrics.ts';
import { milestonesOf } from '../forms/timeline/rowParts.ts';
import { timeOfAttrs } from '../forms/timeline/rowTimes.ts';
import type { PostmortemContent } from '../postmortemContent.ts';
import { FACT_LINES, type FactLineKey, NO_FACTS } from './factLines.ts';
import type { FactTexts } from './factList.ts';
import type { SaidInText } from './factsInText.ts';
import { derivedText, factText } from './factText.ts';
import type { Prelude } from './prelude.ts';
import { isFirstLevel, OUR_LEAD } from './titleHeading.ts';

/** Facts that the text says, under no heading of ours, and the document does not: their keys. */
export const clearedFacts = (facts: Facts, inText: Facts, { heading }: Prelude): readonly string[] =>
  [...TEXT_FACTS, ...SET_FACTS].filter(
    (key) => isNone(facts[key]) && !isNone(inText[key]) && (key !== 'title' || heading === null),
  );

const isNone = (value: string | readonly string[] | null): boolean => value === null || value.length === 0;

type ShownContent = Pick<PostmortemContent, 'facts' | 'template' | 'status' | 'titleLead' | 'body'>;

/** What an export puts in front of a postmortem's body, given what the body's own words say. */
export function preludeToWrite(content: ShownContent, inText: SaidInText): Prelude {
  const { facts, template, titleLead, body } = content;
  const isOwn = template !== 'imported';
  const isWhole = listsAllFacts(template, inText);
  const isHeaded = body[0] !== undefined && isFirstLevel(body[0]);
  const needsTitle = facts.title !== null && (titleLead !== null || facts.title !== inText.facts.title);
  // A first heading of the document's own is its title's place; the list says the title then.
  const hasTitle = !isHeaded && (isOwn || needsTitle);
  const keys = FACT_LINES.filter(({ key }) => isWhole || isShown(key, content, inText, hasTitle));
  const texts: FactTexts = new Map(keys.map(({ key }) => [key, textOfLine(key, content)]));
  return { heading: hasTitle ? { lead: titleLead ?? OUR_LEAD, title: facts.title } : null, texts };
}

/** Whether a list of all facts stands in front of a postmortem, known or not. */
export const listsAllFacts = (template: TemplateName, { hasList }: SaidInText): boolean =>
  template !== 'imported' && !hasList;

function isShown(key: FactLineKey, content: ShownContent, inText: SaidInText, hasTitle: boolean): boolean {
  const { facts, status } = content;
  if (key === 'status') return status !== (inText.status ?? 'draft');
  if (key === 'title' && hasTitle) return false;
  const shown = factText(key, { facts, status });
  return shown !== '' && shown !== factText(key, { facts: inText.facts, status });
}

function textOfLine(key: FactLineKey, { facts, status, body }: ShownContent): string {
  const text = factText(key, { facts, status });
  if (key !== 'statedImpact' || text !== '') return text;
  const { minutes, about } = customerImpact(body.flatMap(rowsOf));
  return minutes === null || minutes < 0 ? '' : derivedText(minutes, about);
}

const rowsOf = ({ type, content = [] }: BodyNode): Parameters<typeof customerImpact>[0] =>
  type === 'timeline'
    ? content.map((row) => ({ time: timeOfAttrs(row.attrs ?? {}), milestones: milestonesOf(row) }))
    : [];

/** Facts of which what was read differs from what is, but for who was told. */
export const differingFacts = (read: Facts, wanted: Facts): readonly (keyof Facts)[] =>
  (Object.keys(NO_FACTS) as (keyof Facts)[]).filter(
    (key) => key !== 'told' && JSON.stringify(read[key]) !== JSON.stringify(wanted[key]),
  );
