/** What counts as a time depends on where it stands: the more certain that it is one, the more is allowed. */
export interface ReadingRules {
  /** `1402` without a colon. */
  readonly digits: boolean;
  /** `14.02`, as written in much of Europe. */
  readonly dots: boolean;
  /** A remark in brackets after the time: `22:52 (maybe earlier?)`. */
  readonly notes: boolean;
  /** Zone names in capitals only; in small letters, and those that are words too (WEST), only where the time ends with them. */
  readonly capitals: boolean;
}

/** Typed into the time cell of a row. */
export const ENTRY_RULES: ReadingRules = { digits: true, dots: true, notes: true, capitals: false };

/** The whole of a table cell, heading or emphasised lead of somebody else's document. */
export const CELL_RULES: ReadingRules = { digits: false, dots: false, notes: true, capitals: false };

/** The beginning of a line whose rest is an event. */
export const LEAD_RULES: ReadingRules = { digits: false, dots: false, notes: false, capitals: true };
