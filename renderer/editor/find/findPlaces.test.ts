import { expect, it } from 'vitest';
import { NO_FACTS } from '../../../shared/markdown/facts/factLines.ts';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { findPlaces } from './findPlaces.ts';

const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const doc = postmortemSchema.nodeFromJSON({
  type: 'doc',
  content: [
    line('Asked Ines Okafor.'),
    {
      type: 'timeline',
      content: [
        {
          type: 'timelineRow',
          attrs: { at: '2026-11-12T23:52', firstAlert: true },
          content: [{ type: 'timelineEvent', content: [line('Paged')] }],
        },
      ],
    },
    {
      type: 'actionList',
      content: [
        {
          type: 'actionItem',
          attrs: { owner: 'Ines Okafor', ticket: 'OPS-42', due: '2026-12-01', status: 'in-progress' },
          content: [line('Add an alert')],
        },
      ],
    },
    { type: 'signOff', content: [{ type: 'signOffRow', attrs: { role: 'CTO', name: 'Ines Okafor' } }] },
    { type: 'paragraph', content: [{ type: 'rawInline', attrs: { value: '<!-- Ines -->' } }] },
  ],
});
const facts = {
  ...NO_FACTS,
  title: 'Cards refused',
  commander: 'Ines Okafor',
  firstAlert: '2026-11-12T23:52',
  services: ['card-gateway'],
};

const found = (query: string, matchCase = false): readonly string[] =>
  findPlaces(doc, facts, query, matchCase).map((place) => {
    if (place.kind === 'fact') return `fact ${place.label}`;
    return place.kind === 'text' ? doc.textBetween(place.from, place.to) : `cell ${place.cell}`;
  });

it('a name is found in facts, text, cells and source, from top to bottom', () => {
  expect(found('ines')).toEqual(['fact Incident commander', 'Ines', 'cell owner', 'cell name', 'cell null']);
  expect(found('ines', true)).toEqual([]);
});

it('times, milestones, tickets, dates and statuses are found as they are shown', () => {
  expect(found('23:52')).toEqual(['fact First alert', 'cell time']);
  expect(found('first alert')).toEqual(['cell milestones']);
  expect(found('OPS-42')).toEqual(['cell ticket']);
  expect(found('2026-12')).toEqual(['cell due']);
  expect(found('in progress')).toEqual(['cell status']);
});

it('sets and the title are found', () => {
  expect(found('card')).toEqual(['fact Title', 'fact Services']);
});

it('an empty query finds nothing', () => {
  expect(found('')).toEqual([]);
});
