import { safeLinkAddress } from '../../../../shared/schema/linkPolicy.ts';

/** An address in a text: where it stands, as offsets, and where it leads. */
export interface WrittenAddress {
  readonly from: number;
  readonly to: number;
  readonly href: string;
}

/** What begins as an address does: with a scheme of the link policy, or with `www.`; U+FFFC stands for no text. */
const ADDRESS = /(?<![\w@/.-])(?:https?:\/\/|mailto:|www\.(?=[^\s.]+\.))[^\s<>"'\ufffc]+/gi;
const PUNCTUATION = /[.,;:!?*_~]$/;
const PAIRS = { ')': '(', ']': '[', '}': '{' } as const;

/** The addresses that are written out in a text. A bare name such as `example.com` is none. */
export function writtenAddresses(text: string): readonly WrittenAddress[] {
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: found, index }) => {
    const address = withoutEnd(found);
    const href = safeLinkAddress(/^www\./i.test(address) ? `https://${address}` : address);
    return href === null ? [] : [{ from: index, to: index + address.length, href }];
  });
}

/** The sentence's own punctuation, and a bracket that was opened before the address, are not part of it. */
function withoutEnd(address: string): string {
  const last = address.at(-1) ?? '';
  const opening = PAIRS[last as keyof typeof PAIRS];
  const isOutside = opening !== undefined && address.split(last).length > address.split(opening).length;
  return isOutside || PUNCTUATION.test(address) ? withoutEnd(address.slice(0, -1)) : address;
}
