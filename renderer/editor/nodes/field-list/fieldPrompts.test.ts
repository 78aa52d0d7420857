import { expect, it } from 'vitest';
import { FIELD_SPECS } from '../../../../shared/document/fields.ts';
import { fieldPrompt } from './fieldPrompts.ts';

it('asks something of its own in each field of the template', () => {
  const prompts = FIELD_SPECS.map(({ key }) => fieldPrompt(key));
  expect(new Set(prompts).size).toBe(FIELD_SPECS.length);
  expect(prompts).not.toContain(fieldPrompt(null));
});
