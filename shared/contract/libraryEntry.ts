import * as z from 'zod';

/** A file that a window may ask for: an opaque name given out by the host, never a path. */
export const fileTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

/** One line of the library. A file that cannot be read has `problem`, `next` and its file name only. */
export const libraryEntrySchema = z.object({
  file: fileTokenSchema,
  fileName: z.string(),
  documentId: z.string().nullable(),
  incidentId: z.string().nullable(),
  title: z.string().nullable(),
  severity: z.enum(['P0', 'P1', 'P2', 'P3']).nullable(),
  status: z.enum(['draft', 'in-review', 'published']).nullable(),
  /** UTC `YYYY-MM-DD` of the first alert. */
  date: z.string().nullable(),
  /** Actions that are neither done nor dropped. */
  openActions: z.number().int().nonnegative(),
  /** Milliseconds since 1970. */
  modified: z.number(),
  bytes: z.number().int().nonnegative(),
  /** Whether a part of its file is damaged, though the rest was read. */
  damaged: z.boolean(),
  /** Why it cannot be read, as one sentence, and what to do about it. */
  problem: z.string().nullable(),
  next: z.string().nullable(),
});

export type LibraryEntry = z.infer<typeof libraryEntrySchema>;
