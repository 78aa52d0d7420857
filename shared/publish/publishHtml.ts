import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { labelledActions } from '../document/labelledActions.ts';
import { milestoneRowsOf } from '../document/milestoneRows.ts';
import type { BodyNode } from '../document/template.ts';
import type { PostmortemContent } from '../markdown/postmortemContent.ts';
import { saysNothing } from '../markdown/sections/saysNothing.ts';
import { customerImpact } from '../time/incidentMetrics.ts';
import { element } from './hastElement.ts';
import { withLongParts } from './longParts.ts';
import { ordinaryBlocks, type PictureAddress } from './ordinaryBlocks.ts';
import { printedFacts, printedStanding, STATUS_WORDS } from './printedFacts.ts';
import {
  NOT_FILLED_IN,
  printedActions,
  printedChecklist,
  printedFields,
  printedSignOff,
} from './printedForms.ts';
import { printedTimeline } from './printedTimeline.ts';
import { printedWhys } from './printedWhys.ts';
import { PRINT_STYLES } from './printStyles.ts';
import type { PublishContext } from './publishContext.ts';

export interface PublishOptions {
  readonly picture: PictureAddress;
  /** `@font-face` rules with the fonts inside, or an empty text. */
  readonly fontStyles: string;
  /** When it is printed: UTC `YYYY-MM-DDTHH:MM`. */
  readonly now: string;
}

export interface PublishedPage {
  /** A page that needs nothing beside it: no script, no address that is fetched. */
  readonly html: string;
  /** Plain texts for the running header and footer. */
  readonly header: { readonly left: string; readonly right: string };
  readonly footer: { readonly left: string };
}

/** A postmortem as a page to print: a section that says nothing says so, guidance is never printed. */
export function publishHtml(content: PostmortemContent, options: PublishOptions): PublishedPage {
  const { facts, status, body } = content;
  const title = facts.title ?? 'Untitled postmortem';
  const context = contextOf(content, options.picture);
  const impact = customerImpact(milestoneRowsOf(body));
  const article: ElementContent[] = [
    element('h1', null, title),
    printedStanding(facts, status),
    printedFacts(facts, impact),
    ...body.flatMap((node, at) =>
      isLeftEmpty(body, at) ? element('p', 'none', NOT_FILLED_IN) : printedBlock(node, context),
    ),
  ];
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      {
        ...element(
          'html',
          null,
          element(
            'head',
            null,
            { ...element('meta', null), properties: { charSet: 'utf-8' } },
            element('title', null, [facts.incidentId, title].filter((part) => part !== null).join(' ')),
            element('style', null, options.fontStyles + PRINT_STYLES),
          ),
          element('body', null, element('main', null, withLongParts(article))),
        ),
        properties: { lang: 'en' },
      },
    ],
  };
  return {
    html: toHtml(page),
    header: { left: facts.incidentId ?? '', right: title },
    footer: { left: `${STATUS_WORDS[status]}, ${options.now.replace('T', ' ')} UTC` },
  };
}

/** Whether a block of ordinary text or a chain of whys is all that a section has, and says nothing. */
function isLeftEmpty(body: readonly BodyNode[], at: number): boolean {
  const [before, node, after] = [body[at - 1], body[at], body[at + 1]];
  const isAlone = before?.attrs?.section != null && (after === undefined || after.type === 'heading');
  return isAlone && node !== undefined && LEFT_EMPTY.has(node.type) && saysNothing(node);
}

const LEFT_EMPTY: ReadonlySet<string> = new Set(['paragraph', 'bulletList', 'whyChain']);

function printedBlock(node: BodyNode, context: PublishContext): readonly ElementContent[] {
  switch (node.type) {
    case 'timeline':
      return printedTimeline(node, context);
    case 'whyChain':
      return printedWhys(node, context);
    case 'fieldList':
      return printedFields(node, context);
    case 'actionList':
      return printedActions(node, context);
    case 'checklist':
      return printedChecklist(node, context);
    case 'signOff':
      return printedSignOff(node);
    default:
      return ordinaryBlocks([node], context.picture);
  }
}

function contextOf({ body, facts }: PostmortemContent, picture: PictureAddress): PublishContext {
  const actions = labelledActions(body);
  return {
    facts,
    picture,
    actionLabel: (id) => actions.find(({ item }) => item.attrs?.id === id)?.label ?? '',
    actionsOfWhy: (id) => actions.filter(({ item }) => item.attrs?.why === id).map(({ label }) => label),
  };
}
