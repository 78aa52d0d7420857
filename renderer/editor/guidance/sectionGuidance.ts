import type { SectionKey } from '../../../shared/document/sections.ts';

/** What a section wants: a line inside its empty place, and one on what belongs there. Drawn, never content. */
export interface Guidance {
  readonly placeholder: string;
  readonly belongs: string;
}

export const SECTION_GUIDANCE: Readonly<Record<SectionKey, Guidance>> = {
  summary: {
    placeholder: 'What happened, who felt it, why, and how it ended: two to four sentences',
    belongs: 'A reader outside engineering gets the whole story here in half a minute. Detail comes below.',
  },
  customerImpact: {
    placeholder: 'Say what customers noticed',
    belongs: 'Figures where they are known, estimates marked as such, and whether any data was harmed.',
  },
  timeline: {
    placeholder: 'Add what happened',
    belongs:
      'Kept while the incident runs. Every entry has a UTC time and, where there is one, its source: a graph, a page, a message, the output of a command.',
  },
  rootCause: {
    placeholder: 'Ask why',
    belongs:
      'Each why goes one level deeper. Stop where the answer is how the system was built or a trade-off that was chosen, and where something can be done about it.',
  },
  contributingFactors: {
    placeholder: 'Name a gap that let the cause become an incident',
    belongs: 'Not the cause itself: what made it worse, longer or harder to see.',
  },
  notCaught: {
    placeholder: 'Name the gap',
    belongs:
      'Had the signal come sooner, the incident would have been smaller. Name the alert, the panel and the experiment that were missing, and why they were.',
  },
  wentRight: {
    placeholder: 'Name something that held or helped',
    belongs: 'What worked is worth repeating: an alert, a runbook step, a rehearsal, a limit that held.',
  },
  wentWrong: {
    placeholder: 'Name a gap in a system',
    belongs:
      'Systems, not people. Everyone did what made sense with what they could see: ask what made it make sense.',
  },
  actionItems: {
    placeholder: 'Say what will exist when it is done',
    belongs:
      'Each has something to deliver, an owner, a ticket and a date. One that lacks any of them is not ready.',
  },
  lessons: {
    placeholder: 'Write down something the incident taught',
    belongs: 'Insights, not instructions: what has to be done stands in the action items.',
  },
  relatedArtefacts: {
    placeholder: 'Link what was used or changed',
    belongs:
      'Where a later reader finds the runbooks, graphs, alerts, messages and changes of this incident.',
  },
  customerCommunication: {
    placeholder: 'Say what customers were told',
    belongs: 'What was said, where, to whom and when, and what customers asked.',
  },
  publicationChecklist: {
    placeholder: 'Tick what is done',
    belongs: 'Before it is published and after.',
  },
  signOff: {
    placeholder: 'Name who signs',
    belongs: 'Each role signs the text as it stands.',
  },
};
