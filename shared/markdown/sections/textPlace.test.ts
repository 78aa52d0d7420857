import { expect, test } from 'vitest';
import type { BodyNode } from '../../document/template.ts';
import { NOTHING_IN_FRONT, walkText } from './textPlace.ts';

/** Blocks that count how often they are looked at. */
function counted(blocks: readonly BodyNode[]): {
  readonly blocks: readonly BodyNode[];
  readonly looks: () => number;
} {
  let looks = 0;
  return {
    blocks: blocks.map(({ type, ...block }) => ({
      ...block,
      get type() {
        looks += 1;
        return type;
      },
    })),
    looks: () => looks,
  };
}

function looksOfWalk(blocks: readonly BodyNode[]): number {
  const { blocks: seen, looks } = counted(blocks);
  const { pass } = walkText(seen, NOTHING_IN_FRONT);
  for (const block of seen) pass(block, block.attrs?.level === 1 ? 'timeline' : null);
  return looks();
}

const text = (type: string, words: string, attrs?: BodyNode['attrs']): BodyNode => ({
  type,
  ...(attrs === undefined ? {} : { attrs }),
  content: [{ type: 'text', text: words }],
});

const sections = (count: number): readonly BodyNode[] =>
  Array.from({ length: count }, (_, at) => [
    text('heading', `Part ${at}`, { level: at % 50 === 0 ? 1 : 2 }),
    text('paragraph', `At 10:00 it was down for ${at} minutes.`),
  ]).flat();

test('MD-5 a walk looks at each block as often in a long text as in a short one', () => {
  expect(looksOfWalk(sections(200))).toBeLessThan(looksOfWalk(sections(100)) * 2.1);
});

test('MD-5 what a block says of zones is read once, however often its text is walked', () => {
  let reads = 0;
  const block: BodyNode = {
    type: 'footnote',
    attrs: { label: '1' },
    get content() {
      reads += 1;
      return [text('paragraph', 'At 10:00 CET it was down.')];
    },
  };
  const walkOnce = (): void => walkText([block], NOTHING_IN_FRONT).pass(block, null);
  walkOnce();
  const once = reads;
  walkOnce();
  expect(reads).toBe(once);
});
