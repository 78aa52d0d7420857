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

const isTenants = ({ type, attrs }: BodyNode): boolean => type === 'field' && attrs?.key === 'tenants';

/** The body with the tenants in front of the field that is about them, for being written. */
export function withTenants(body: readonly BodyNode[], facts: Facts): BodyNode[] {
  const text = toldText(facts);
  if (text === '') return [...body];
  return body.map((block) =>
    block.type === 'fieldList'
      ? {
          ...block,
          content: (block.content ?? []).map((field) =>
            isTenants(field)
              ? { ...field, content: [{ type: 'paragraph', content: lineOf(text) }, ...filled(field)] }
              : field,
          ),
        }
      : block,
  );
}

const filled = ({ content = [] }: BodyNode): readonly BodyNode[] =>
  content.filter(({ type, content: line }) => type !== 'paragraph' || (line ?? []).length > 0);

/** The body without them again, and who was told; null when no field says it. */
export function withoutTenants(
  body: readonly BodyNode[],
  tenants: readonly string[],
): { readonly body: BodyNode[]; readonly told: Facts['told'] | null } {
  let told: Facts['told'] | null = null;
  const bare = body.map((block) => {
    if (block.type !== 'fieldList') return block;
    const content = (block.content ?? []).map((field) => {
      const [first, ...others] = field.content ?? [];
      const line = first?.content ?? [];
      const said =
        isTenants(field) && first?.type === 'paragraph' && line.length === 1 && !line[0]?.marks
          ? toldIn(line[0]?.text ?? '', tenants)
          : null;
      if (said === null) return field;
      told ??= said;
      return { ...field, content: others.length === 0 ? [{ type: 'paragraph' }] : others };
    });
    return { ...block, content };
  });
  return { body: bare, told };
}
