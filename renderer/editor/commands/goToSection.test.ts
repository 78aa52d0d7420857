import { describe, expect, it } from 'vitest';
import { postmortemSchema } from '../../../shared/schema/postmortemSchema.ts';
import { writingPlace } from './goToSection.ts';

const heading = {
  type: 'heading',
  attrs: { level: 2, section: 'summary' },
  content: [{ type: 'text', text: 'Summary' }],
};
const smaller = { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Detail' }] };
const paragraph = { type: 'paragraph' };

/** The place in a section with these blocks, which another section follows. */
function placeIn(...blocks: readonly object[]) {
  const doc = postmortemSchema.nodeFromJSON({
    type: 'doc',
    content: [heading, ...blocks, heading, paragraph],
  });
  const place = writingPlace(doc, 0, blocks.length);
  if (place.kind === 'control') return `control of ${doc.nodeAt(place.position)?.type.name}`;
  return `${place.selection.$from.parent.type.name} at ${place.selection.from}`;
}

describe('the first place to write in a section', () => {
  it('is its first paragraph', () => {
    expect(placeIn(paragraph)).toBe('paragraph at 10');
  });

  it('is behind a rule and behind smaller headings', () => {
    expect(placeIn({ type: 'horizontalRule' }, smaller, paragraph)).toBe('paragraph at 19');
  });

  it('is the first text of a list, of a field and of a chain', () => {
    expect(placeIn({ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] })).toBe(
      'paragraph at 12',
    );
    expect(placeIn({ type: 'fieldList', content: [{ type: 'field', content: [paragraph] }] })).toBe(
      'paragraph at 12',
    );
    expect(placeIn({ type: 'whyChain', content: [{ type: 'whyProblem' }] })).toBe('whyProblem at 11');
  });

  it('is a control where a form has no text, and where it is ticked rather than written', () => {
    expect(placeIn({ type: 'timeline' })).toBe('control of timeline');
    expect(placeIn({ type: 'actionList' }, paragraph)).toBe('control of actionList');
    expect(placeIn({ type: 'checklist', content: [{ type: 'checkItem' }] })).toBe('control of checklist');
    expect(placeIn({ type: 'signOff', content: [{ type: 'signOffRow' }] })).toBe('control of signOff');
  });

  it('is the foot of a timeline, where the next row is added, not its first row', () => {
    const row = { type: 'timelineRow', content: [{ type: 'timelineEvent', content: [paragraph] }] };
    expect(placeIn({ type: 'timeline', content: [row] })).toBe('control of timeline');
  });

  it('is the name of the alert that a field is about, until that is written', () => {
    const field = (subject: string | null) => ({
      type: 'fieldList',
      content: [{ type: 'field', attrs: { key: 'alert', subject }, content: [paragraph] }],
    });
    expect(placeIn(field(null))).toBe('control of field');
    expect(placeIn(field('CheckoutBurnRateFast'))).toBe('paragraph at 12');
  });

  it('is the end of the heading only where the section has nothing else, and never in the next section', () => {
    expect(placeIn()).toBe('heading at 8');
    expect(placeIn(smaller)).toBe('heading at 8');
  });
});
