import type { TemplateName } from '../../document/about.ts';
import type { BodyNode } from '../../document/template.ts';
import { actionNumbers, numberActions, numberAddedActions } from '../forms/actions/numberActions.ts';
import { sectionKeyOf } from '../forms/readForms.ts';
import { joinRootCauses } from '../forms/whys/rootCauseApart.ts';
import { joinWhyBlocks } from '../forms/whys/whysInBlocks.ts';
import { FORM_TYPES } from '../forms/writeForms.ts';
import { emptySection, firstWhyId } from '../sections/emptySections.ts';
import { saysNothing, sectionEnd } from '../sections/saysNothing.ts';
import { withHiddenIds } from './hiddenIds.ts';
import { documentPlace, normalBlocks } from './normalBlocks.ts';
import { normalForm } from './normalForms.ts';

/**
 * A body in its normal form.
 *
 * @param lastAction the highest N ever given to an `A<N>`
 */
export function normalBody(
  body: readonly BodyNode[],
  template: TemplateName,
  lastAction: number,
): BodyNode[] {
  const place = documentPlace(body);
  const blocks = body.flatMap((block, at): readonly BodyNode[] => {
    if (FORM_TYPES.has(block.type)) {
      const form = normalForm(block, place);
      return (form.content ?? []).length === 0 ? [] : [form];
    }
    const key = block.type === 'heading' ? sectionKeyOf(block) : null;
    return normalBlocks([block], place, at === body.length - 1).map((normal) =>
      key === null ? normal : { ...normal, attrs: { ...normal.attrs, section: key } },
    );
  });
  const numbered = numberActions([
    joinWhyBlocks(joinRootCauses(blocks), (chain) => normalForm(chain, place)),
  ]).flat();
  if (template === 'imported') return withHiddenIds(numbered);
  const last = Math.max(lastAction, ...actionNumbers(numbered));
  return withHiddenIds(withEmptySections(numberAddedActions(numbered, last)));
}

/** Forms that show names when nothing is said in them. */
const NAMED: ReadonlySet<string> = new Set(['fieldList', 'whyChain']);

/** A template's section in which nothing is said or named holds what the template puts there (MD-N10). */
function withEmptySections(blocks: readonly BodyNode[]): BodyNode[] {
  const filled: BodyNode[] = [];
  let at = 0;
  while (at < blocks.length) {
    const block = blocks[at] as BodyNode;
    filled.push(block);
    const key = block.type === 'heading' ? sectionKeyOf(block) : null;
    at += 1;
    if (key === null) continue;
    const end = sectionEnd(blocks, at - 1);
    const content = blocks.slice(at, end);
    const isEmpty = content.every(saysNothing) && !content.some(({ type }) => NAMED.has(type));
    const empty = isEmpty ? emptySection(key, firstWhyId(content)) : null;
    if (empty === null) continue;
    filled.push(...empty);
    at = end;
  }
  return filled;
}
