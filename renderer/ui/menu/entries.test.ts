import { expect, it } from 'vitest';
import { arrangeEntries, type MenuEntry } from './entries.ts';

const action = (label: string, danger = false): MenuEntry => ({ label, danger, onSelect: () => {} });

it('puts what cannot be taken back last, after a rule', () => {
  const [remove, copy, mark] = [action('Delete', true), action('Copy'), action('Mark')];
  expect(arrangeEntries([remove, copy, mark])).toEqual([copy, mark, 'rule', remove]);
});

it('draws one rule where there were several, and none at the ends', () => {
  const [copy, mark] = [action('Copy'), action('Mark')];
  expect(arrangeEntries(['rule', copy, 'rule', 'rule', mark, 'rule'])).toEqual([copy, 'rule', mark]);
});

it('leaves a menu of dangerous actions without a rule', () => {
  const remove = action('Delete', true);
  expect(arrangeEntries([remove])).toEqual([remove]);
});
