import * as z from 'zod';
import { DEFAULT_PLACES } from '../document/checklist.ts';

const line = z.string().max(200);

/** What a person chose once, kept in the data folder. A spoiled value reads as its default. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Named as the author of a new postmortem. */
  name: line.catch(''),
  paper: z.enum(['A4', 'Letter']).catch('A4'),
  channel: line.catch(DEFAULT_PLACES.channel),
  wikiPath: line.catch(DEFAULT_PLACES.wikiPath),
  board: line.catch(DEFAULT_PLACES.board),
  meeting: line.catch(DEFAULT_PLACES.meeting),
});

export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});
