import * as z from 'zod';

/**
 * What a window may say about the safety of what was typed.
 * `saved`: fsync returned for every update the host was given, on the file that the path still names.
 * `not-saved` and `read-only` carry the reason as one sentence and what to do next.
 */
export const saveStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved') }),
  z.object({ kind: z.literal('saving') }),
  z.object({ kind: z.literal('not-saved'), sentence: z.string(), next: z.string() }),
  z.object({ kind: z.literal('read-only'), sentence: z.string(), next: z.string() }),
]);

export type SaveState = z.infer<typeof saveStateSchema>;
