import * as z from 'zod';

/**
 * What is said once about a file, beside the save state. Never holds document text. `damaged` holds until the file
 * is `repaired`; the others tell what happened.
 */
export const noticeSchema = z.object({
  kind: z.enum([
    'damaged',
    'tail-kept-aside',
    'shorter-than-saved',
    'merged-outside-change',
    'merged-kept-edits',
    'repaired',
  ]),
  sentence: z.string(),
});

export type Notice = z.infer<typeof noticeSchema>;
