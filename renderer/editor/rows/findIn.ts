import type { Node } from '@tiptap/pm/model';

/** What rows elsewhere want to know of the document: its action items, its whys and who signs. */
export interface Found {
  readonly actions: readonly Node[];
  readonly whys: readonly { readonly id: string; readonly number: number; readonly question: string }[];
  readonly signers: readonly (string | null)[];
}

const kept = new WeakMap<Node, Found>();

/** Reads the blocks of a document; a block that did not change since the last time is not read again. */
export function findIn(doc: Node): Found {
  const parts: Found[] = [];
  doc.forEach((block) => {
    const found = kept.get(block) ?? readBlock(block);
    kept.set(block, found);
    parts.push(found);
  });
  return {
    actions: parts.flatMap(({ actions }) => actions),
    whys: parts.flatMap(({ whys }) => whys),
    signers: parts.flatMap(({ signers }) => signers),
  };
}

function readBlock(block: Node): Found {
  const actions: Node[] = [];
  const whys: Found['whys'][number][] = [];
  const signers: (string | null)[] = [];
  const read = (node: Node): boolean => {
    if (node.type.name === 'actionItem') actions.push(node);
    else if (node.type.name === 'signOffRow') signers.push(node.attrs.name);
    else if (node.type.name === 'whyChain') whys.push(...whysOf(node));
    return !node.isTextblock;
  };
  if (read(block)) block.descendants(read);
  return { actions, whys, signers };
}

function whysOf(chain: Node): Found['whys'] {
  const inOrder: Node[] = [];
  chain.forEach((child) => {
    if (child.type.name === 'why') inOrder.push(child);
  });
  return inOrder.flatMap((why, index) =>
    typeof why.attrs.id === 'string'
      ? [{ id: why.attrs.id, number: index + 1, question: questionOf(why) }]
      : [],
  );
}

/** The text of a why's question; empty while it has none. */
export function questionOf(why: Node): string {
  let question = '';
  why.forEach((part) => {
    if (part.type.name === 'whyQuestion') question += part.textContent;
  });
  return question.trim();
}
