import { textOf } from '../../document/readBody.ts';
import type { BodyNode } from '../../document/template.ts';
import { lineOf, tidy, wordsOf } from '../forms/cells.ts';
import { isMetadataHeading, sectionOfWords } from '../sections/headingWords.ts';
import { zoneStatedIn } from '../sections/statedZones.ts';

/** A heading that says a postmortem's title, and the words that it has in front of it. */
export interface TitleWords {
  readonly lead: string;
  readonly title: string | null;
}

const ALONE = 'Postmortem';
/** What an export of ours writes in front of a title. */
export const OUR_LEAD = `${ALONE}: `;

const LEAD = /^(?:incident )?post-?\s?mortem\s*(?:[:|]|[-–—](?=\s))\s*/i;

/** The first heading of a text, in which its title stands. */
export const titleHeading = ({ lead, title }: TitleWords): BodyNode => ({
  type: 'heading',
  attrs: { level: 1 },
  content: lineOf(title === null ? ALONE : `${lead}${title}`),
});

/**
 * The title in a heading of level 1 that is plain words; null for any other block, and for one that says
 * more than a title: the name of a section, or the zone of the times below it.
 */
export function titleIn(block: BodyNode | undefined): TitleWords | null {
  if (block === undefined || !isFirstLevel(block)) return null;
  const line = block.content ?? [];
  const words = wordsOf(line);
  return words === null || line.some(({ marks = [] }) => marks.length > 0) ? null : titleInWords(words);
}

export const isFirstLevel = ({ type, attrs }: BodyNode): boolean => type === 'heading' && attrs?.level === 1;

function titleInWords(words: string): TitleWords | null {
  if (words === ALONE) return { lead: OUR_LEAD, title: null };
  const parted = partTitle(words);
  if (parted.lead === OUR_LEAD) return parted;
  const saysMore = sectionOfWords(words) !== null || isMetadataHeading(words) || zoneStatedIn(words) !== null;
  return saysMore || words === '' || words.endsWith('¶') || tidy(words) !== words ? null : parted;
}

/** A title without the word for postmortem in front of it; all of it when nothing follows that word. */
function partTitle(words: string): { readonly lead: string; readonly title: string } {
  const [lead = ''] = LEAD.exec(words) ?? [];
  return lead.length === words.length
    ? { lead: '', title: words }
    : { lead, title: words.slice(lead.length) };
}

/** The lead of a title as a document keeps it: null for ours, and for one that would not be read as it again. */
export function keptLead(lead: string | null, title: string | null): string | null {
  if (lead === null || lead === OUR_LEAD || title === null) return null;
  const read = titleInWords(`${lead}${title}`);
  return read?.lead === lead && read.title === title ? lead : null;
}

/** The text of the first heading of level 1, without a word for postmortem in front; null when there is none. */
export function titleOf(blocks: readonly BodyNode[]): string | null {
  const heading = blocks.find(isFirstLevel);
  const words = heading === undefined ? '' : tidy(tidy(textOf(heading)).replace(/¶$/, ''));
  return partTitle(words).title || null;
}
