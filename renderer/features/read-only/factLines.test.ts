import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { addMember, readFacts, writeFact, writeTold } from '../../../shared/document/facts.ts';
import { factsOf } from '../../../shared/document/layout.ts';
import { customerImpact } from '../../../shared/time/incidentMetrics.ts';
import { factLines, unknownFacts } from './factLines.ts';

const NO_IMPACT = customerImpact([]);

it('names the facts as the header does, and leaves out what is empty', () => {
  const doc = new Y.Doc();
  writeFact(doc, 'firstAlert', '2026-11-24T14:02');
  writeFact(doc, 'commander', 'Ines Okafor');
  writeFact(doc, 'commanderTeam', 'Payments');
  writeFact(doc, 'title', 'Cards refused');
  addMember(doc, 'tenants', 'acme');
  addMember(doc, 'tenants', 'initech');
  writeTold(doc, 'acme', 'yes');
  expect(factLines(readFacts(doc), 'Draft', NO_IMPACT)).toEqual([
    ['Status', 'Draft'],
    ['First alert', '2026-11-24 14:02 UTC'],
    ['Tenants', 'acme (told proactively), initech'],
    ['Incident commander', 'Ines Okafor of Payments'],
  ]);
});

it('says how long customers felt it, from the timeline or as a person stated it', () => {
  const doc = new Y.Doc();
  const impact = {
    ...NO_IMPACT,
    minutes: 69,
    from: '2026-11-12T23:44',
    to: '2026-11-13T00:53',
    endedBy: 'impactEnded',
  } as const;
  const shown = () => factLines(readFacts(doc), 'Draft', impact)[1];
  expect(shown()).toEqual(['Customer-visible impact', '1 h 09 min, 23:44 to 00:53 UTC']);
  writeFact(doc, 'statedImpact', '75');
  expect(shown()).toEqual(['Customer-visible impact', '1 h 15 min, stated by hand']);
});

it('shows the facts of a newer version under their own names', () => {
  const doc = new Y.Doc();
  writeFact(doc, 'title', 'Cards refused');
  addMember(doc, 'tenants', 'acme');
  factsOf(doc).set('mood', 'calm');
  expect(unknownFacts(doc)).toEqual([['mood', 'calm']]);
});
