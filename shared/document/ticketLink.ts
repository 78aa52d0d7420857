import { safeLinkAddress } from '../schema/linkPolicy.ts';

/** A ticket as it is shown, and where it leads; `href` is null for words alone. */
export interface TicketLink {
  readonly words: string;
  readonly href: string | null;
}

/**
 * Parts a ticket that an import found as a link, `[OBS-811](https://...)`, into its words and address. Any
 * other ticket is words; whether they are an address is for the link policy to say.
 */
export function ticketLink(ticket: string): TicketLink {
  const [, words, href] = /^\[([^[\]]+)\]\(([^\s()]+)\)$/.exec(ticket) ?? [];
  return words === undefined || href === undefined ? { words: ticket, href: null } : { words, href };
}

/** The same for a reader: the address only where the link policy follows it, that of a ticket which is one included. */
export function followedTicket(ticket: string): TicketLink {
  const { words, href } = ticketLink(ticket);
  const address = safeLinkAddress(href ?? ticket);
  return address === null ? { words: ticket, href: null } : { words, href: address };
}
