import { textOf } from '../document/readBody.ts';
import { SECTION_KEYS, type SectionKey } from '../document/sections.ts';
import type { BodyNode } from '../document/template.ts';

/** A stretch of the body: from one heading of the outline to the next. */
export interface Section {
  readonly key: SectionKey | null;
  readonly title: string;
  /** Index of its heading among the body's nodes. */
  readonly index: number;
  /** The nodes under the heading, smaller headings included. */
  readonly nodes: readonly BodyNode[];
}

const isSectionKey = (key: unknown): key is SectionKey => SECTION_KEYS.includes(key as SectionKey);

/** Headings of level 1 and 2, and any that is a section of the template, stand in the outline. */
const standsInOutline = (node: BodyNode): boolean =>
  node.type === 'heading' && (Number(node.attrs?.level ?? 1) <= 2 || isSectionKey(node.attrs?.section));

/** The sections of a body in its order. What stands before the first heading belongs to none. */
export function sectionsOf(body: readonly BodyNode[]): readonly Section[] {
  const starts = body.flatMap((node, index) => (standsInOutline(node) ? [index] : []));
  return starts.map((index, place) => {
    const heading = body[index] as BodyNode;
    const key = heading.attrs?.section;
    return {
      key: isSectionKey(key) ? key : null,
      title: textOf(heading).trim(),
      index,
      nodes: body.slice(index + 1, starts[place + 1] ?? body.length),
    };
  });
}
