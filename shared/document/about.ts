import type * as Y from 'yjs';
import * as z from 'zod';
import { SCHEMA_VERSION } from '../schema/postmortemSchema.ts';
import { aboutOf } from './layout.ts';

export const STATUSES = ['draft', 'in-review', 'published'] as const;
export type PostmortemStatus = (typeof STATUSES)[number];

export const TEMPLATES = ['full', 'short', 'imported'] as const;
export type TemplateName = (typeof TEMPLATES)[number];

/**
 * `id`: permanent document id (UUID). `created`: UTC instant `YYYY-MM-DDTHH:MM:SSZ`. `lastAction`: the
 * highest N ever given to an `A<N>`. `frontMatter`: YAML of front-matter keys that are not ours, kept.
 * `titleLead`: what an imported text has in front of the title in its first heading, null for our own words.
 */
const aboutSchema = z.object({
  id: z.string().catch(''),
  schemaVersion: z.number().int().catch(SCHEMA_VERSION),
  template: z.enum(TEMPLATES).catch('imported'),
  status: z.enum(STATUSES).catch('draft'),
  created: z.string().nullable().catch(null),
  lastAction: z.number().int().nonnegative().catch(0),
  frontMatter: z.string().nullable().catch(null),
  titleLead: z.string().nullable().catch(null),
});

export type About = z.infer<typeof aboutSchema>;

/** What the document says of itself; a value that another program spoiled reads as its default. */
export function readAbout(doc: Y.Doc): About {
  const about = aboutOf(doc);
  return aboutSchema.parse(
    Object.fromEntries(Object.keys(aboutSchema.shape).map((key) => [key, about.get(key)])),
  );
}
