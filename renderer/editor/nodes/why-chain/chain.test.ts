import type { Node } from '@tiptap/pm/model';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { readFacts } from '../../../../shared/document/facts.ts';
import { postmortemSchema } from '../../../../shared/schema/postmortemSchema.ts';
import { groundOf, isAnswered, isEmptyWhy } from './chain.ts';
import { documentNames } from './chainNames.ts';
import { suggestionAt } from './suggestionAt.ts';

const { nodes } = postmortemSchema;
const words = (text: string) => (text === '' ? null : postmortemSchema.text(text));
const problem = (text: string) => nodes.whyProblem!.create(null, words(text));
const why = (question: string, answer: string, attrs: object = {}) =>
  nodes.why!.create(attrs, [
    nodes.whyQuestion!.create(null, words(question)),
    nodes.whyAnswer!.create(null, nodes.paragraph!.create(null, words(answer))),
  ]);

it('asks about the problem first, then about each answer', () => {
  const chain = nodes.whyChain!.create(null, [
    problem('Checkout was down'),
    why('q', 'The pod was killed'),
    why('', ''),
  ]);
  expect(groundOf(chain, 1)).toBe('Checkout was down');
  expect(groundOf(chain, 2)).toBe('The pod was killed');
});

it('suggests a question only for one that is empty', () => {
  const doc = nodes.doc!.create(null, [
    nodes.whyChain!.create(null, [problem('Checkout was down'), why('', ''), why('Asked', '')]),
  ]);
  const found: (string | null)[] = [];
  doc.descendants((node, position) => {
    if (node.type.name === 'whyQuestion') found.push(suggestionAt(doc, position, []));
  });
  expect(found).toEqual(['Why was checkout down?', null]);
});

it('keeps the capital of what the chain or the document shows to be a name', () => {
  const asked = (chain: readonly Node[], names: readonly string[] = []): string | null => {
    const doc = nodes.doc!.create(null, [nodes.whyChain!.create(null, [...chain, why('', '')])]);
    return suggestionAt(doc, doc.content.size - 8, names);
  };
  expect(asked([problem('The canary of Checkout failed'), why('q', 'Checkout was down')])).toBe(
    'Why was Checkout down?',
  );
  const code = postmortemSchema.text('Cart', [postmortemSchema.marks.code!.create()]);
  expect(asked([nodes.whyProblem!.create(null, [code, postmortemSchema.text(' was down')])])).toBe(
    'Why was Cart down?',
  );
  const people = ['Ruth Adeyemi'];
  const facts = { ...readFacts(new Y.Doc()), tenants: ['Acme'] };
  expect(asked([problem('Acme was down')], documentNames({ people, facts }))).toBe('Why was Acme down?');
  expect(asked([problem('Ruth was asleep')], documentNames({ people, facts }))).toBe('Why was Ruth asleep?');
});

it('a why is answered when its answer says something, and empty when nothing does', () => {
  expect(isAnswered(why('q', 'a'))).toBe(true);
  expect(isAnswered(why('q', ''))).toBe(false);
  expect(isEmptyWhy(why('', ''))).toBe(true);
  expect(isEmptyWhy(why('', '', { systemLevel: true }))).toBe(false);
  expect(isEmptyWhy(nodes.why!.create())).toBe(true);
});
