import type { Facts } from '../../document/facts.ts';
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
      // How many customers were affected is not who they were.
      if (
        /^\W*(?:about |around |approx\w*\.? |ca\. |over |under )?\d|%|^(?:unknown|none|n\/a)\b/i.test(value)
      )
        return null;
      return { tenants: membersIn(value, MEMBER_ENDS) };
    case 'regions':
    case 'services':
      return { [key]: membersIn(value, MEMBER_ENDS) };
    case 'status':
      return statusOfText(value) === null ? null : {};
    default:
      return factsOfText(key, value);
  }
}

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

const MEMBER_ENDS = /,| and /;
