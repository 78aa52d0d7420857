import { expect, it } from 'vitest';
import { postmortemSchema as schema } from '../../../../shared/schema/postmortemSchema.ts';
import { documentWith, positionOf, rowOf } from '../timeline/timeline.testkit.ts';
import { spotAt, spotNear } from './pictureSpot.ts';

const doc = documentWith(rowOf({ id: 'a' }, ['alpha'], 'log'));

it('a picture stands among words, or between blocks in a paragraph of its own', () => {
  const inEvent = positionOf(doc, 'alpha');
  expect(spotAt(doc, inEvent)).toEqual({ position: inEvent, kind: 'words' });
  expect(spotAt(doc, doc.content.size)).toEqual({ position: doc.content.size, kind: 'blocks' });
});

it('a picture stands in no source, code or row: the nearest words take it', () => {
  const inSource = positionOf(doc, 'log');
  expect(spotAt(doc, inSource)).toBeNull();
  const endOfEvent = positionOf(doc, 'alpha') + 'alpha'.length;
  expect(spotNear(doc, inSource)).toEqual({ position: endOfEvent, kind: 'words' });
  const code = schema.nodes.doc!.create(null, schema.nodes.codeBlock!.create(null, schema.text('code')));
  expect(spotAt(code, 2)).toBeNull();
  expect(spotNear(code, 2)).toEqual({ position: code.content.size, kind: 'blocks' });
});
