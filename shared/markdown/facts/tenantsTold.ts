import type { Facts, Told } from '../../document/facts.ts';
import type { BodyNode } from '../../document/template.ts';
import { lineOf } from '../forms/cells.ts';

const WORDS: Readonly<Record<Told, string>> = { yes: ' (told proactively)', no: ' (not told)' };

/** The affected tenants with whether each was told, as the customer impact says it; none when there are none. */
export function toldText({ tenants, told }: Pick<Facts, 'tenants' | 'told'>): string {
  return tenants
    .map((tenant) => `${tenant}${told[tenant] === undefined ? '' : WORDS[told[tenant]]}`)
    .join(', ');
}

/** Which tenants a text of `toldText` says were told; null for any other text. */
export function toldIn(text: string, tenants: readonly string[]): Facts['told'] | null {
  const told: Record<string, Told> = {};
  let rest = text;
  for (const [at, tenant] of tenants.entries()) {
    const start = at === 0 ? tenant : `, ${tenant}`;
    if (!rest.startsWith(start)) return null;
    rest = rest.slice(start.length);
    const said = (['yes', 'no'] as const).find((value) => rest.startsWith(WORDS[value]));
    if (said === undefined) continue;
    told[tenant] = said;
    rest = rest.slice(WORDS[said].length);
  }
  return rest === '' && tenants.length > 0 ? told : null;
}

/**
 * Which of the tenants a text says were told that was written before some of them were added; null for a text that
 * says it of none, or names others.
 */
function toldOfSomeIn(text: string, tenants: readonly string[]): Facts['told'] | null {
  const told: Record<string, Told> = {};
  let rest = `, ${text}`;
  for (const tenant of tenants) {
    if (!rest.startsWith(`, ${tenant}`)) continue;
    const after = rest.slice(tenant.length + 2);
    const said = (['yes', 'no'] as const).find((value) => after.startsWith(WORDS[value]));
    const left = said === undefined ? after : after.slice(WORDS[said].length);
    if (left !== '' && !left.startsWith(', ')) continue;
    if (said !== undefined) told[tenant] = said;
    rest = left;
  }
  return rest === '' && Object.keys(told).length > 0 ? told : null;
}

const isTenants = ({ type, attrs }: BodyNode): boolean => type === 'field' && attrs?.key === 'tenants';

/** The first list of a body that has a field about the tenants. */
const tenantsList = (body: readonly BodyNode[]): BodyNode | undefined =>
  body.find(({ type, content = [] }) => type === 'fieldList' && content.some(isTenants));

/** The body with another field in place of the first of a list that is about the tenants. */
function mapTenants(
  body: readonly BodyNode[],
  list: BodyNode | undefined,
  change: (field: BodyNode) => BodyNode,
): BodyNode[] {
  return body.map((block) => {
    if (block !== list) return block;
    const fields = block.content ?? [];
    const first = fields.findIndex(isTenants);
    return { ...block, content: fields.map((field, index) => (index === first ? change(field) : field)) };
  });
}

/**
 * The body with the tenants in front of the field that is about them, for being written. A field with words of
 * its own says them only where it also says who was told: somebody has written there who they are.
 *
 * @param whole the body with the sections that are not filled in, in one of which that field may stand
 */
export function withTenants(body: readonly BodyNode[], whole: readonly BodyNode[], facts: Facts): BodyNode[] {
  const text = toldText(facts);
  if (text === '') return [...body];
  return mapTenants(body, tenantsList(whole), (field) => {
    const own = filled(field);
    return own.length > 0 && Object.keys(facts.told).length === 0 && !isToldAgain(own, facts)
      ? field
      : { ...field, content: [{ type: 'paragraph', content: lineOf(text) }, ...own] };
  });
}

const filled = ({ content = [] }: BodyNode): readonly BodyNode[] =>
  content.filter(({ type, content: line }) => type !== 'paragraph' || (line ?? []).length > 0);

/** Whether words of somebody's would be taken for the tenants of an export. */
const isToldAgain = ([first]: readonly BodyNode[], { tenants }: Facts): boolean =>
  toldInBlock(first, tenants) !== null;

function toldInBlock(block: BodyNode | undefined, tenants: readonly string[]): Facts['told'] | null {
  const [text, ...others] = block?.type === 'paragraph' ? (block.content ?? []) : [];
  if (text === undefined || others.length > 0 || text.marks !== undefined) return null;
  return toldIn(text.text ?? '', tenants) ?? toldOfSomeIn(text.text ?? '', tenants);
}

/** Who was told as a body's field about the tenants says it; null when no field says it. */
export function toldInBody(body: readonly BodyNode[], tenants: readonly string[]): Facts['told'] | null {
  const field = tenantsList(body)?.content?.find(isTenants);
  return toldInBlock(field?.content?.[0], tenants);
}

/** The body without what `toldInBody` reads. */
export function withoutTenants(body: readonly BodyNode[], tenants: readonly string[]): BodyNode[] {
  return mapTenants(body, tenantsList(body), (field) => {
    const [first, ...others] = field.content ?? [];
    if (toldInBlock(first, tenants) === null) return field;
    return { ...field, content: others.length === 0 ? [{ type: 'paragraph' }] : others };
  });
}
