/** Where a team publishes: named in the checklist of a new document. */
export interface PublicationPlaces {
  readonly channel: string;
  readonly wikiPath: string;
  readonly board: string;
  readonly meeting: string;
}

export const DEFAULT_PLACES: PublicationPlaces = {
  channel: '#postmortems',
  wikiPath: 'docs/postmortems/',
  board: 'postmortem-tracking',
  meeting: 'all-hands',
};

export interface CheckSpec {
  readonly key: string;
  readonly words: (places: PublicationPlaces) => string;
  /** Asked of P0 incidents only. */
  readonly onlyP0: boolean;
}

export const CHECKLIST: readonly CheckSpec[] = [
  { key: 'posted', words: ({ channel }) => `Posted in the ${channel} channel`, onlyP0: false },
  { key: 'linked', words: ({ wikiPath }) => `Linked in the wiki under ${wikiPath}`, onlyP0: false },
  { key: 'filed', words: ({ board }) => `Filed in the project board (${board})`, onlyP0: false },
  {
    key: 'actionsComplete',
    words: () => 'Action items have owners, due dates and tracking tickets',
    onlyP0: false,
  },
  {
    key: 'scheduled',
    words: ({ meeting }) => `Scheduled for discussion at the next ${meeting}`,
    onlyP0: false,
  },
  {
    key: 'publicVersion',
    words: () => 'Public-facing version (sanitized) posted to the status page',
    onlyP0: true,
  },
  {
    key: 'customerSuccess',
    words: () => 'Customer success notified if any tenant needs direct communication',
    onlyP0: false,
  },
];

export interface SignOffSpec {
  readonly key: string;
  readonly role: string;
  readonly onlyP0: boolean;
}

export const SIGN_OFF_ROLES: readonly SignOffSpec[] = [
  { key: 'commander', role: 'Incident Commander', onlyP0: false },
  { key: 'platformLead', role: 'Platform Lead', onlyP0: false },
  { key: 'engDirector', role: 'Eng Director', onlyP0: false },
  { key: 'cto', role: 'CTO', onlyP0: true },
];
