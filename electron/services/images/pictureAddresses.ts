import type { BodyNode } from '../../../shared/document/template.ts';

/** The addresses of pictures that are not in the file. */
export const addressesIn = (node: BodyNode): readonly string[] => [
  ...(node.type === 'image' && typeof node.attrs?.address === 'string' ? [node.attrs.address] : []),
  ...(node.content ?? []).flatMap(addressesIn),
];

/** The addresses of pictures in source that stays as it is written: in HTML, and in links that hold some. */
export const addressesInSource = ({ type, attrs, text, content = [] }: BodyNode): readonly string[] => {
  if (type === 'rawInline') return picturesIn(String(attrs?.value ?? ''));
  if (type === 'rawBlock') return picturesIn(content.map((child) => child.text ?? '').join(''));
  return text === undefined ? content.flatMap(addressesInSource) : [];
};

const PICTURE =
  /<img\b[^<>]*?\ssrc\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))|!\[[^[\]]*\]\(<?([^\s()<>]+)/gi;

const picturesIn = (source: string): readonly string[] =>
  [...source.matchAll(PICTURE)].map(
    ([, double, single, bare, linked]) => double ?? single ?? bare ?? linked ?? '',
  );

/** The last part of an address beside the text; null for one that leads elsewhere and for what is no file's name. */
export function fileNameIn(address: unknown): string | null {
  if (typeof address !== 'string' || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return null;
  const last =
    address
      .replace(/[?#].*$/, '')
      .split(/[\\/]/)
      .pop() ?? '';
  return last === '' ? null : decoded(last);
}

/** A path in an address as a file system has it. */
export function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A percent sign that is no code is part of the name.
    return name;
  }
}

/** With the picture of that hash wherever an address has one. */
export function withHashes(node: BodyNode, hashes: ReadonlyMap<string, string>): BodyNode {
  const address = node.type === 'image' ? node.attrs?.address : null;
  const hash = typeof address === 'string' ? hashes.get(address) : undefined;
  if (hash !== undefined) {
    const { address: _, ...attrs } = node.attrs ?? {};
    return { ...node, attrs: { ...attrs, hash } };
  }
  return node.content === undefined
    ? node
    : { ...node, content: node.content.map((child) => withHashes(child, hashes)) };
}
