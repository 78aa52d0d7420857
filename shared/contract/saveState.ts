import * as z from 'zod';

/**
 * What a window may say about the safety of what was typed.
 * `saved`: fsync returned for every update the host was given, on the file that the path still names.
 * `not-saved` and `read-only` carry the reason as one sentence and what to do next.
 * `remedy`: what this very window can do about it. `retry` tries to write the file after all, `repair` writes a
 * damaged file anew and keeps it aside as it was; so does `restore`, but nothing of the file can be read: it is of use
 * only in a window that has some of the text itself.
 */
export const saveStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved') }),
  z.object({ kind: z.literal('saving') }),
  z.object({ kind: z.literal('not-saved'), sentence: z.string(), next: z.string() }),
  z.object({
    kind: z.literal('read-only'),
    sentence: z.string(),
    next: z.string(),
    remedy: z.enum(['retry', 'repair', 'restore']).nullable(),
  }),
]);

export type SaveState = z.infer<typeof saveStateSchema>;
export type Remedy = Extract<SaveState, { kind: 'read-only' }>['remedy'];
