import type { Node } from '@tiptap/pm/model';
import {
  CUSTOMER_COMMUNICATION_FIELDS,
  CUSTOMER_IMPACT_FIELDS,
  type FieldSpec,
  NOT_CAUGHT_FIELDS,
  RELATED_ARTEFACT_FIELDS,
} from '../../../../shared/document/fields.ts';

const SETS: readonly (readonly FieldSpec[])[] = [
  CUSTOMER_IMPACT_FIELDS,
  NOT_CAUGHT_FIELDS,
  RELATED_ARTEFACT_FIELDS,
  CUSTOMER_COMMUNICATION_FIELDS,
];

const keysIn = (list: Node): ReadonlySet<string> => {
  const keys = new Set<string>();
  list.forEach(({ attrs }) => {
    if (typeof attrs.key === 'string') keys.add(attrs.key);
  });
  return keys;
};

/** Fields of the template that belong into a list and are not there, in the template's order. */
export function absentFields(list: Node): readonly FieldSpec[] {
  const keys = keysIn(list);
  return SETS.filter((set) => set.some(({ key }) => keys.has(key))).flatMap((set) =>
    set.filter(({ key }) => !keys.has(key)),
  );
}

/** Whether a list holds contributing factors: of those there are as many as there are. */
export const holdsFactors = (list: Node): boolean => keysIn(list).has('factor');
