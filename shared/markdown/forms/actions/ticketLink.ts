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
