import { textOf } from '../../document/readBody.ts';
import type { BodyNode } from '../../document/template.ts';

/** Whether nobody has filled a block in: it has no words, pictures, choices or rows. */
export function saysNothing(block: BodyNode): boolean {
  const content = block.content ?? [];
  switch (block.type) {
    case 'paragraph':
    case 'whyProblem':
    case 'whyQuestion':
      return (
        content.every((node) => node.type === 'text' || node.type === 'hardBreak') &&
        textOf(block).trim() === ''
      );
    case 'field': {
      const { label, choice, subject } = block.attrs ?? {};
      return !label && !choice && !subject && content.every(saysNothing);
    }
    case 'why':
      return block.attrs?.systemLevel !== true && content.every(saysNothing);
    case 'bulletList':
    case 'listItem':
    case 'fieldList':
    case 'whyChain':
    case 'whyAnswer':
    case 'rootCause':
      return content.every(saysNothing);
    case 'timeline':
    case 'actionList':
      return content.length === 0;
    default:
      return false;
  }
}

/** Where a section ends: at the next heading that is not smaller than its own, else at the end. */
export function sectionEnd(blocks: readonly BodyNode[], start: number): number {
  return nextHeading(blocks, start, Number(blocks[start]?.attrs?.level ?? 1));
}

/** Where the next heading stands that has a level or a greater one, behind a block; the number of blocks where none does. */
export function nextHeading(blocks: readonly BodyNode[], start: number, level: number): number {
  let at = start + 1;
  while (at < blocks.length && !(blocks[at]?.type === 'heading' && levelOf(blocks[at]) <= level)) at += 1;
  return at;
}

const levelOf = (heading: BodyNode | undefined): number => Number(heading?.attrs?.level ?? 1);
