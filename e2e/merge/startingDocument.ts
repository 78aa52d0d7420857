import * as Y from 'yjs';
import { createPostmortem } from '../../shared/document/createPostmortem.ts';
import type { BodyNode } from '../../shared/document/template.ts';

const FIRST_FRESH = 0x4e00;

/** Whether a character was given out; others, such as the spaces between pasted words, stand in many places. */
export const isFresh = (character: string): boolean => character.charCodeAt(0) >= FIRST_FRESH;

/** Gives out characters that stand nowhere else: CJK ideographs, one code unit each. */
export class FreshCharacters {
  #next = FIRST_FRESH;

  take(count: number): string {
    let text = '';
    for (let taken = 0; taken < count; taken += 1) {
      text += String.fromCharCode(this.#next);
      this.#next += 1;
    }
    return text;
  }
}

/** A document with every kind of place, each holding characters of its own. */
export function startingDocument(fresh: FreshCharacters): Uint8Array {
  const paragraph = (count = 6): BodyNode => ({
    type: 'paragraph',
    content: [{ type: 'text', text: fresh.take(count) }],
  });
  const inline = (): readonly BodyNode[] => [{ type: 'text', text: fresh.take(4) }];
  const row = (minute: number): BodyNode => ({
    type: 'timelineRow',
    attrs: { id: `row${minute}`, at: `2026-11-24T12:${minute}` },
    content: [
      { type: 'timelineEvent', content: [paragraph()] },
      { type: 'timelineSource', content: inline() },
    ],
  });
  const item = (): BodyNode => ({ type: 'listItem', content: [paragraph(4)] });
  const doc = createPostmortem({
    id: 'merge',
    created: '2026-11-24T12:00:00Z',
    template: 'imported',
    facts: { tenants: ['acme'] },
    body: [
      { type: 'heading', attrs: { level: 2 }, content: inline() },
      paragraph(12),
      paragraph(8),
      { type: 'bulletList', content: [item(), item(), item()] },
      { type: 'timeline', content: [row(30), row(10), row(40), row(20)] },
      {
        type: 'whyChain',
        content: [
          { type: 'whyProblem', content: inline() },
          {
            type: 'why',
            attrs: { id: 'why1' },
            content: [
              { type: 'whyQuestion', content: inline() },
              { type: 'whyAnswer', content: [paragraph()] },
            ],
          },
          {
            type: 'why',
            attrs: { id: 'why2' },
            content: [
              { type: 'whyQuestion', content: inline() },
              { type: 'whyAnswer', content: [paragraph()] },
            ],
          },
          { type: 'rootCause', content: [paragraph()] },
        ],
      },
      {
        type: 'fieldList',
        content: [
          { type: 'field', attrs: { key: 'revenue' }, content: [paragraph()] },
          { type: 'field', attrs: { key: 'slo' }, content: [paragraph()] },
        ],
      },
      {
        type: 'actionList',
        content: [1, 2, 3].map((number) => ({
          type: 'actionItem',
          attrs: { id: `action${number}`, number },
          content: [paragraph()],
        })),
      },
      { type: 'checklist', content: [1, 2].map(() => ({ type: 'checkItem', content: inline() })) },
      {
        type: 'table',
        content: [1, 2].map(() => ({
          type: 'tableRow',
          content: [1, 2].map(() => ({ type: 'tableCell', content: [paragraph(3)] })),
        })),
      },
    ],
  });
  return Y.encodeStateAsUpdate(doc);
}
