/** The origin of changes that came from the host: they are neither pushed back nor undone here. */
export const FROM_HOST = Symbol('from the host');

/** The origin of a person's changes to facts and hidden attributes outside the editor: undone with the text. */
export const BY_HAND = Symbol('by hand');
