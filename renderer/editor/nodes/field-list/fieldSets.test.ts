import { expect, it } from 'vitest';
import { postmortemSchema } from '../../../../shared/schema/postmortemSchema.ts';
import { absentFields, holdsFactors } from './fieldSets.ts';

const { fieldList, field } = postmortemSchema.nodes;
const list = (...keys: readonly (string | null)[]) =>
  fieldList!.create(
    null,
    keys.map((key) => field!.create({ key })),
  );

it('offers the fields of the template that are missing, in its order', () => {
  const keys = absentFields(list('slo', 'customers', 'data')).map(({ key }) => key);
  expect(keys).toEqual(['tenants', 'revenue', 'statusPage', 'artifacts']);
});

it('offers nothing for a list of fields that the template does not know', () => {
  expect(absentFields(list(null, 'unheard-of'))).toEqual([]);
  expect(absentFields(list())).toEqual([]);
});

it('knows a list of contributing factors', () => {
  expect(holdsFactors(list('factor'))).toBe(true);
  expect(holdsFactors(list('slo'))).toBe(false);
});
