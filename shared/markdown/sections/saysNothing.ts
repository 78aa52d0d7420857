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
  const level = Number(blocks[start]?.attrs?.level ?? 1);
  const end = blocks.findIndex(
    ({ type, attrs }, at) => at > start && type === 'heading' && Number(attrs?.level ?? 1) <= level,
  );
  return end === -1 ? blocks.length : end;
}
