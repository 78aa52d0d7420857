import { followedTicket } from '../../../../shared/document/ticketLink.ts';

/** A ticket as it is shown: its words and, where it is a link that may be followed, the address. */
export interface ShownTicket {
  readonly words: string;
  readonly address: string | null;
  /** All of its words, where only their start is shown; else null. */
  readonly whole: string | null;
}

/** Of longer words the start is shown: without a gap they would make the narrow column taller than the screen. */
const MOST_SHOWN = 48;

/** Longer than this, the last part of an address is cut in the middle of nothing useful: show the host instead. */
const LONGEST = 24;

/**
 * A ticket is text (`SEC-3120`), a link of an import, which is shown by its words, or an address. An address is shown by the key of its ticket
 * (`https://jira.example/browse/SEC-3120` as `SEC-3120`, `…/issues/42` as `#42`), else by its last part.
 */
export function shownTicket(ticket: string): ShownTicket {
  const { words, address } = wordsOf(ticket);
  const signs = [...words];
  if (signs.length <= MOST_SHOWN) return { words, address, whole: null };
  return { words: `${signs.slice(0, MOST_SHOWN).join('')}…`, address, whole: words };
}

function wordsOf(ticket: string): Pick<ShownTicket, 'words' | 'address'> {
  const { words, href: address } = followedTicket(ticket);
  if (address === null || words !== ticket) return { words, address };
  const { host, parts } = partsOf(address);
  const last = parts[parts.length - 1] ?? '';
  const key = parts.find((part) => /^[A-Z][A-Z0-9_]*-\d+$/.test(part));
  if (key !== undefined) return { words: key, address };
  if (/^\d+$/.test(last)) return { words: `#${last}`, address };
  return { words: last !== '' && last.length <= LONGEST ? last : host, address };
}

function partsOf(address: string): { readonly host: string; readonly parts: readonly string[] } {
  const [, host = '', path = ''] = /^[a-z]+:\/*([^/?#]*)([^?#]*)/i.exec(address) ?? [];
  return { host, parts: path.split('/').filter((part) => part !== '') };
}
