/** A text with a line break in place of each tag of HTML in it. */
export const withoutTags = (text: string): string => text.replace(/<\/?[a-z][^<>]*>/gi, '\n');
