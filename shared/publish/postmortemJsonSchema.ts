import * as z from 'zod';
import { SECTION_KEYS } from '../document/sections.ts';
import { MILESTONE_KEYS } from '../schema/milestones.ts';
import { PRECISIONS, UNSETTLED } from '../time/rowTime.ts';

const words = z.string().nullable();
const minutes = z.number().int().nullable();

const row = z.object({
  at: words.describe('UTC YYYY-MM-DDTHH:MM[:SS], or YYYY-MM-DD where only the day is known'),
  until: words.describe('The end of a range, written like at'),
  untilUnknown: z.boolean().describe('A range whose end nobody knows'),
  precision: z.enum(PRECISIONS),
  asWritten: words.describe('What was written, where that says more than at and until'),
  zone: words.describe('The zone that was written'),
  unsettled: z.enum(UNSETTLED).nullable().describe('Why asWritten was not converted; at is null then'),
  milestones: z.array(z.enum(MILESTONE_KEYS)),
  event: z.string(),
  source: z.string(),
  sourceLinks: z.array(z.string()),
});

const why = z.object({
  question: z.string(),
  answer: z.string(),
  systemLevel: z.boolean().describe('The chain stops here, at a truth about the system'),
  actions: z.array(z.string()).describe('Ids of the action items made from this why'),
});

const action = z.object({
  id: z.string().describe('A1, A2...; with a suffix where a merge brought two of one number'),
  description: z.string(),
  owner: words,
  ticket: words,
  ticketAddress: words.describe('Where the ticket leads, of a link or an address that may be followed'),
  due: words.describe('YYYY-MM-DD, or the words of an import that were no date'),
  priority: words.describe('P1, P2 or P3, or the words of an import that were none of them'),
  status: z
    .string()
    .describe('open, in-progress, done or dropped, or the words of an import that were none of them'),
});

const field = z.object({
  key: words.describe('Names one of the template; null for one that an import brought'),
  label: z.string(),
  choice: words,
  subject: words,
  text: z.string(),
});

/** What `debrief export --to json` gives. Texts are plain; parts that nobody filled in are empty or null. */
export const postmortemJsonSchema = z
  .object({
    version: z.literal(1).describe('Of this format'),
    status: z.enum(['draft', 'in-review', 'published']),
    facts: z.object({
      incidentId: words,
      title: words,
      severity: words,
      firstAlert: words.describe('UTC YYYY-MM-DDTHH:MM'),
      allClear: words.describe('UTC YYYY-MM-DDTHH:MM'),
      statedImpact: words.describe('Customer-visible impact as somebody stated it: minutes, or words'),
      impactMinutes: minutes.describe(
        'Customer-visible impact: as stated in minutes, or derived from the timeline',
      ),
      detection: words,
      commander: words,
      commanderTeam: words,
      primary: words,
      secondary: words,
      recorder: words,
      author: words,
      tenants: z.array(z.string()),
      regions: z.array(z.string()),
      services: z.array(z.string()),
      told: z.record(z.string(), z.enum(['yes', 'no'])).describe('Which tenants were told proactively'),
    }),
    metrics: z
      .object({ detect: minutes, acknowledge: minutes, mitigate: minutes, resolve: minutes })
      .describe('Minutes between milestones'),
    sections: z.array(
      z.object({
        key: z.enum(SECTION_KEYS).nullable(),
        title: z.string().describe('Empty for what stands before the first heading'),
        text: z.string(),
      }),
    ),
    timelines: z.array(z.object({ rows: z.array(row) })),
    problem: words,
    whys: z.array(why),
    rootCause: words,
    actions: z.array(action),
    fields: z.array(field),
    checklist: z.array(z.object({ key: words, text: z.string(), checked: z.boolean() })),
    signOff: z.array(z.object({ key: words, role: words, name: words, date: words })),
  })
  .describe('A postmortem as debrief export --to json writes it');

export type PostmortemJson = z.infer<typeof postmortemJsonSchema>;
