import { expect, it } from 'vitest';
import type { PaletteGroup, PaletteItem } from '../../app/paletteItem.ts';
import { Search } from '../../ui/icons.ts';
import { matchItems } from './matchItems.ts';

const item = (group: PaletteGroup, label: string, more: Partial<PaletteItem> = {}): PaletteItem => ({
  id: `${group}/${label}`,
  group,
  icon: Search,
  label,
  run: () => undefined,
  ...more,
});
const items = [
  item('Set', 'Settings', { words: 'preferences' }),
  item('Do', 'Print to PDF'),
  item('Do', 'New postmortem', { words: 'create' }),
  item('Go to', 'Timeline (UTC)', { detail: 'Section' }),
  item('Go to', 'Invoice e-mails sent twice after a timeout', { code: 'INC-2398', detail: 'Postmortem' }),
  item('Put in', 'Timeline', { words: 'rows' }),
  item('Actions', 'Renew the bundle', { code: 'A2', detail: 'Ruth Adeyemi' }),
  item('People', 'Inés Okafor', { detail: 'Incident commander' }),
];
const found = (typed: string): readonly string[] => matchItems(items, typed).map(({ label }) => label);

it('shows everything but people and actions before anything is typed, in the order of the groups', () => {
  expect(found('')).toEqual([
    'Print to PDF',
    'New postmortem',
    'Timeline (UTC)',
    'Invoice e-mails sent twice after a timeout',
    'Timeline',
    'Settings',
  ]);
});

it('narrows to people by @ and to actions by #', () => {
  expect(found('@')).toEqual(['Inés Okafor']);
  expect(found('#')).toEqual(['Renew the bundle']);
  expect(found('#a2')).toEqual(['Renew the bundle']);
  expect(found('# ruth')).toEqual(['Renew the bundle']);
  expect(found('@bundle')).toEqual([]);
});

it('finds people and actions by name without a sign', () => {
  expect(found('ines')).toEqual(['Inés Okafor']);
});

it('puts a label that begins so before one with a word that does', () => {
  expect(found('time')).toEqual(['Timeline (UTC)', 'Invoice e-mails sent twice after a timeout', 'Timeline']);
});

it('puts the group with the best line first', () => {
  const outline = [
    item('Put in', 'Heading', { detail: 'A section of its own, in the outline' }),
    item('Set', 'Show or hide the outline'),
  ];
  expect(matchItems(outline, 'outline').map(({ group }) => group)).toEqual(['Set', 'Put in']);
});

it('finds by ids and by words that are not shown, and wants each typed word somewhere', () => {
  expect(found('2398')).toEqual(['Invoice e-mails sent twice after a timeout']);
  expect(found('create')).toEqual(['New postmortem']);
  expect(found('new create')).toEqual(['New postmortem']);
  expect(found('new settings')).toEqual([]);
});
