import type { SectionKey } from '../../document/sections.ts';
import type { NoteReader } from './noted.ts';
import type { TimeContext } from './timeline/rowTimes.ts';

/** Where in a text a block stands, for telling what form it is. */
export interface FormContext {
  /** The section that the block is in, or null. */
  readonly section: SectionKey | null;
  /** The section or the paragraph above says that a timeline follows. */
  readonly isTimeline: boolean;
  /** A heading above says so, in more words than the section's name. */
  readonly saysTimeline: boolean;
  /** The text is a template's: an export, which somebody may have edited by hand. */
  readonly isOfTemplate: boolean;
  readonly notes: NoteReader;
  /** What the section has said of times so far. */
  readonly times: TimeContext;
  /** The front matter says that the block is this form, so that only its parts are to be found. */
  readonly forced: boolean;
}
