import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { DEFAULT_PLACES } from '../document/checklist.ts';
import { createPostmortem } from '../document/createPostmortem.ts';
import { templateBody } from '../document/template.ts';
import { judgeDocument, judgeUpdate } from './gate.ts';

function sampleDocument(): Y.Doc {
  return createPostmortem({
    id: 'sample',
    created: '2026-11-24T12:00:00Z',
    template: 'full',
    facts: { title: 'Sample', tenants: ['acme'] },
    body: [
      ...templateBody('full', 'P0', DEFAULT_PLACES),
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'linked code',
            marks: [
              { type: 'bold' },
              { type: 'code' },
              { type: 'link', attrs: { href: 'https://example.org/', title: null } },
            ],
          },
        ],
      },
    ],
  });
}

const element = (doc: Y.Doc): Y.XmlElement => doc.getXmlFragment('body').get(0) as Y.XmlElement;

const spoilings: readonly [string, (doc: Y.Doc) => void, string][] = [
  [
    'an unknown node',
    (doc) => doc.getXmlFragment('body').insert(0, [new Y.XmlElement('hologram')]),
    'hologram',
  ],
  ['an unknown attribute', (doc) => element(doc).setAttribute('mood', 'calm'), 'mood'],
  [
    'an unknown mark',
    (doc) => (element(doc).get(0) as Y.XmlText).format(0, 3, { glow: { strength: 2 } }),
    'glow',
  ],
  [
    'an unknown attribute of a known mark',
    (doc) =>
      (element(doc).get(0) as Y.XmlText).format(0, 3, { link: { href: 'https://a.example/', rank: 1 } }),
    'rank',
  ],
  [
    'an embed in a text',
    (doc) => (element(doc).get(0) as Y.XmlText).insertEmbed(0, { x: 1 }),
    'a kind of content',
  ],
  [
    'an embedded type behind other content of its kind',
    (doc) => {
      const text = element(doc).get(0) as Y.XmlText;
      text.insertEmbed(2, new Y.Map() as unknown as object);
      text.insertEmbed(3, { x: 1 });
    },
    'a kind of content',
  ],
  [
    'a map among the nodes',
    (doc) => doc.getXmlFragment('body').insert(1, [new Y.Map() as unknown as Y.XmlElement]),
    'a kind of content',
  ],
  ['a newer schema version', (doc) => doc.getMap('about').set('schemaVersion', 99), 'schema version 99'],
];

it('DF-2 a document of this version is let in, as a whole and as an update', () => {
  const doc = sampleDocument();
  expect(judgeDocument(doc)).toEqual({ kind: 'ok' });
  expect(judgeUpdate(Y.encodeStateAsUpdate(doc))).toEqual({ kind: 'ok' });
});

for (const [name, spoil, what] of spoilings) {
  it(`DF-2 ${name} is found in the document and in its whole state`, () => {
    const doc = sampleDocument();
    spoil(doc);
    expect(judgeDocument(doc)).toMatchObject({ kind: 'unknown', what: expect.stringContaining(what) });
    expect(judgeUpdate(Y.encodeStateAsUpdate(doc))).toMatchObject({
      kind: 'unknown',
      what: expect.stringContaining(what),
    });
  });

  it(`DF-2 ${name} is found in the update alone that brings it, before the document has it`, () => {
    const doc = sampleDocument();
    const newer = new Y.Doc();
    Y.applyUpdate(newer, Y.encodeStateAsUpdate(doc));
    const updates: Uint8Array[] = [];
    newer.on('update', (update: Uint8Array) => updates.push(update));
    spoil(newer);
    const found = updates.map((update) => judgeUpdate(update, doc));
    expect(found).toContainEqual({ kind: 'unknown', what: expect.stringContaining(what) });
  });

  it(`DF-2 ${name} is found in that update by a program that never asked for the types of its document`, () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(sampleDocument()));
    const newer = new Y.Doc();
    Y.applyUpdate(newer, Y.encodeStateAsUpdate(doc));
    spoil(newer);
    const update = Y.encodeStateAsUpdate(newer, Y.encodeStateVector(doc));
    expect(judgeUpdate(update, doc)).toEqual({ kind: 'unknown', what: expect.stringContaining(what) });
  });
}

it('DF-2 a list in the text is found by a program that never asked for the types of its document', () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(sampleDocument()));
  const newer = new Y.Doc();
  Y.applyUpdate(newer, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(newer);
  newer.getXmlFragment('body').insert(1, [new Y.Array() as unknown as Y.XmlElement]);
  expect(judgeUpdate(Y.encodeStateAsUpdate(newer, before), doc)).toMatchObject({ kind: 'unknown' });
});

it('DF-2 a newer version is found that came before the value which it follows', () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(sampleDocument()));
  const newer = new Y.Doc();
  Y.applyUpdate(newer, Y.encodeStateAsUpdate(doc));
  const updates: Uint8Array[] = [];
  newer.on('update', (update: Uint8Array) => updates.push(update));
  for (const version of [1, 99]) newer.getMap('about').set('schemaVersion', version);
  const [first, second] = updates as [Uint8Array, Uint8Array];
  Y.applyUpdate(doc, second);
  expect(judgeUpdate(first, doc)).toEqual({ kind: 'unknown', what: 'schema version 99' });
});

it('DF-2 a list outside of the text is let in', () => {
  const doc = sampleDocument();
  const list = new Y.Array<unknown>();
  doc.getMap('later').set('list', list);
  list.push([1, 2]);
  list.push([new Y.Array()]);
  expect(judgeDocument(doc)).toEqual({ kind: 'ok' });
  expect(judgeUpdate(Y.encodeStateAsUpdate(doc))).toEqual({ kind: 'ok' });
});

it('DF-2 an embed that was deleted again does not close the document', () => {
  const doc = sampleDocument();
  const text = element(doc).get(0) as Y.XmlText;
  text.insertEmbed(0, { x: 1 });
  text.delete(0, 1);
  expect(judgeDocument(doc)).toEqual({ kind: 'ok' });
  expect(judgeUpdate(Y.encodeStateAsUpdate(doc))).toEqual({ kind: 'ok' });
});

it('DF-2 an unknown node that was deleted again does not close the document', () => {
  const doc = sampleDocument();
  doc.getXmlFragment('body').insert(0, [new Y.XmlElement('hologram')]);
  doc.getXmlFragment('body').delete(0, 1);
  expect(judgeUpdate(Y.encodeStateAsUpdate(doc))).toEqual({ kind: 'ok' });
});

it('DF-2 a newer version is found however often it was written since, also after the old values were let go', () => {
  const doc = sampleDocument();
  const about = doc.getMap('about');
  for (let version = 90; version < 99; version += 1) about.set('schemaVersion', version);
  const whole = Y.encodeStateAsUpdate(doc);
  expect(judgeUpdate(whole)).toMatchObject({ kind: 'unknown', what: expect.stringContaining('98') });
  const reloaded = new Y.Doc();
  Y.applyUpdate(reloaded, whole);
  const before = Y.encodeStateVector(reloaded);
  reloaded.getMap('about').set('schemaVersion', 99);
  const last = Y.encodeStateAsUpdate(reloaded, before);
  expect(judgeUpdate(last, doc)).toMatchObject({ kind: 'unknown', what: expect.stringContaining('99') });
});

it('DF-2 an attribute of another node is found where the document knows which node it is', () => {
  const doc = sampleDocument();
  const before = Y.encodeStateVector(doc);
  const newer = new Y.Doc();
  Y.applyUpdate(newer, Y.encodeStateAsUpdate(doc));
  element(newer).setAttribute('systemLevel', 'true');
  const update = Y.encodeStateAsUpdate(newer, before);
  expect(judgeUpdate(update, doc)).toMatchObject({
    kind: 'unknown',
    what: expect.stringContaining('systemLevel'),
  });
});
