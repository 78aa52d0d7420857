import type { PostmortemStatus } from '../../document/about.ts';
import type { Facts, SetFact } from '../../document/facts.ts';
import { parseDuration } from '../../time/durations.ts';
import { NOTHING_SAID, readTime, type TimeContext } from '../forms/timeline/rowTimes.ts';
import type { FactLineKey } from './factLines.ts';
import { factsOfText, isDerived, membersIn, statusOfText } from './factText.ts';

const LONGEST_VALUE = 200;

/** The zones that a text states and names for its facts. */
export type Zones = Pick<TimeContext, 'statedZone' | 'mentionedZone'>;

/** What a value says of a fact; null for one that the fact cannot hold, or that goes on to say others. */
export function readFactValue(key: FactLineKey, value: string, zones: Zones): Partial<Facts> | null {
  if (value === '' || value.length > LONGEST_VALUE) return null;
  if (key === 'severity') {
    // A name of ours is certain in front of another label too, unless that has another one behind it.
    const severity = severityIn(value.split(OTHER_LABEL)[0] ?? '');
    return severity === null || severityIn(value) !== severity ? null : { severity };
  }
  if (key === 'status') return statusIn(value) === null ? null : {};
  if (key !== 'title' && key !== 'detection' && OTHER_LABEL.test(value)) return null;
  if (SEVERAL_CELLS.test(value)) return null;
  switch (key) {
    case 'firstAlert':
    case 'allClear': {
      const read = readTime(value, { ...NOTHING_SAID, ...zones });
      const at = read?.time.at ?? '';
      return at.length > 10 ? { [key]: at.slice(0, 16) } : null;
    }
    case 'statedImpact': {
      if (isDerived(value)) return {};
      const minutes = parseDuration(value);
      return minutes === null ? null : { statedImpact: String(minutes) };
    }
    case 'tenants':
      return isNoTenant(value) ? null : setOf(key, value);
    case 'regions':
    case 'services':
      return setOf(key, value);
    case 'commander': {
      const { commander = null, commanderTeam = null } = factsOfText(key, value);
      // Behind a team may stand another person.
      return SEVERAL.test(commanderTeam ?? '') ? null : { commander, commanderTeam };
    }
    default:
      return factsOfText(key, value);
  }
}

/** What stands in a template that nobody has filled in. */
export const isUnfilled = (value: string): boolean =>
  /^(?:[-–—?.…\s]*|n\/?a|none|unknown|tbd|tba|todo|<.*>|\[.*\]|_+)$/i.test(value);

/** How many customers were affected is not who they were. */
export const isNoTenant = (value: string): boolean =>
  /^\W*(?:about |around |approx\w*\.? |ca\. |over |under )?\d|%|^(?:unknown|none|n\/a)\b/i.test(value);

/** The status that a value begins with, in front of another label in the same line too; null for none of ours. */
export const statusIn = (value: string): PostmortemStatus | null =>
  statusOfText(value.split(OTHER_LABEL)[0] ?? '');

/** The one severity that a value names; what others call theirs is not ours: `SEV1`, `2`, `Major`. */
function severityIn(value: string): string | null {
  const named = value.toUpperCase().match(/(?<![\w.])P[0-3](?![\w.])/g) ?? [];
  const [only, ...others] = new Set(named);
  return only !== undefined && others.length === 0 ? only : null;
}

/** Another label in the same line: lines that a line end alone parts are one to a reader of Markdown. */
const OTHER_LABEL = /\s[A-Z][\w ]{1,30}: /;

/** Of a table with more columns than a label and its value. */
const SEVERAL_CELLS = / \| /;

/**
 * The members of a set; null where it is not certain where one ends: where commas and semicolons part them, or a name
 * stands in quotes or ends like a company's behind a comma.
 */
function setOf(key: SetFact, value: string): Partial<Facts> | null {
  if (/["“”„«»]|,\s*(?:Inc|Ltd|LLC|Corp|Co|GmbH|AG|S\.?A)\b/.test(value)) return null;
  const [hasCommas, hasSemicolons] = [value.includes(','), value.includes(';')];
  if (hasCommas && hasSemicolons) return null;
  return { [key]: membersIn(value, hasSemicolons ? ';' : /,| (?:and|und|et|y) /) };
}

const SEVERAL = /[,;]| and /;
