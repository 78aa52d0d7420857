import type { BodyNode } from '../../document/template.ts';
import { writeActionList } from './actions/writeActionList.ts';
import { writeChecklist } from './checklist/checklistForm.ts';
import { writeFieldList } from './fields/fieldListForm.ts';
import { writeSignOff } from './signOff/signOffForm.ts';
import type { TimeContext } from './timeline/rowTimes.ts';
import { writeTimeline } from './timeline/writeTimeline.ts';
import { writeWhyChain } from './whys/writeWhyChain.ts';

/** The forms of our own that are written as ordinary lists and tables. */
export const FORM_TYPES: ReadonlySet<string> = new Set([
  'fieldList',
  'timeline',
  'whyChain',
  'actionList',
  'checklist',
  'signOff',
]);

export interface WrittenForm {
  readonly block: BodyNode;
  readonly times: TimeContext;
}

/** The ordinary block that a block is written as; for a timeline also what it says of times to the next one. */
export function writeForm(block: BodyNode, times: TimeContext): WrittenForm {
  switch (block.type) {
    case 'timeline': {
      const { block: written, context } = writeTimeline(block, times);
      return { block: written, times: context };
    }
    case 'fieldList':
      return { block: writeFieldList(block), times };
    case 'whyChain':
      return { block: writeWhyChain(block), times };
    case 'actionList':
      return { block: writeActionList(block), times };
    case 'checklist':
      return { block: writeChecklist(block), times };
    case 'signOff':
      return { block: writeSignOff(block), times };
    default:
      return { block, times };
  }
}
