import { textOf } from '../../document/readBody.ts';
import type { SectionKey } from '../../document/sections.ts';
import type { BodyNode } from '../../document/template.ts';
import { besideInstant, onDayAlone } from '../../time/carriedDay.ts';
import { saysTimeline } from '../../time/timelineWords.ts';
import { unclearDay, unclearDayAlone, unclearDayAtStart } from '../../time/unclearDay.ts';
import type { TimeContext } from '../forms/timeline/rowTimes.ts';
import { isDayAlone } from './dayIn.ts';
import { mentionedZones } from './mentionedZones.ts';
import { nextHeading } from './saysNothing.ts';
import { withNamedDay } from './withNamedDay.ts';
import { announcesTimeline, shownText, zoneInBlock, zoneOfText } from './zoneInBlock.ts';

/** What a text has said on its way from top to bottom, as far as it matters to the forms in it. */
export interface TextPlace {
  readonly section: SectionKey | null;
  /** The section, or a line above the block, says that a timeline follows. */
  readonly isTimeline: boolean;
  /** A heading above says so in more words than a section's name, as `Timeline: EU region` or `Key events`. */
  readonly saysTimeline: boolean;
  readonly times: TimeContext;
}

/** A walk through a text. Reading and writing take the same walk, so that both read a time in one context. */
export interface TextWalk {
  /** The place of a block that is not passed yet; a zone that it states itself is in force in it. */
  readonly here: (block: BodyNode) => TextPlace;
  /** Goes past a block; `section` is what its heading says, by words or by the front matter. */
  readonly pass: (block: BodyNode, section: SectionKey | null) => void;
  /** Takes over what a timeline has said of times. */
  readonly carry: (times: TimeContext) => void;
}

interface OpenSection {
  readonly level: number;
  readonly key: SectionKey | null;
  readonly saysTimeline: boolean;
  readonly mentionedZone: string | null;
  /** The times in force before its heading, where that names a day for this section alone; else null. */
  readonly timesBefore: TimeContext | null;
}

/** What is said of the times of a text in front of its blocks. */
export interface SaidInFront {
  /** `YYYY-MM-DD` for times before the first day in the text, or null. */
  readonly day: string | null;
  /** The first alert, in UTC, to which a clock of another zone is near where its day is `day`; null for none. */
  readonly at: string | null;
  /** The zone that the front matter states, or null. */
  readonly zone: string | null;
  /** A zone that the title or the front matter names (TM-32), or null. */
  readonly mentionedZone: string | null;
}

export const NOTHING_IN_FRONT: SaidInFront = { day: null, at: null, zone: null, mentionedZone: null };

export function walkText(blocks: readonly BodyNode[], front: SaidInFront): TextWalk {
  const documentZone = zoneOfText(blocks, front.zone);
  const mentioned = mentionedZones(blocks);
  const places = new Map(blocks.map((block, at) => [block, at] as const).reverse());
  let times: TimeContext = {
    ...(front.at?.startsWith(front.day ?? '-') ? besideInstant(front.at) : onDayAlone(front.day, null)),
    statedZone: documentZone,
    mentionedZone: null,
  };
  const top: OpenSection = {
    level: 0,
    key: null,
    saysTimeline: false,
    mentionedZone:
      front.mentionedZone ?? mentioned.inLinesOf(ownBlocks(blocks, -1)) ?? mentioned.behindClock(),
    timesBefore: null,
  };
  let sections: readonly OpenSection[] = [top];
  let announced = false;
  const open = (): OpenSection => sections.at(-1) ?? top;
  const stating = (zone: string | null): TimeContext => ({
    ...times,
    ...(zone === null ? {} : { statedZone: zone }),
    mentionedZone: open().mentionedZone,
  });
  const state = (zone: string | null): void => {
    times = stating(zone);
  };
  const keepDay = (): void => {
    sections = sections.map((section) => ({ ...section, timesBefore: null }));
  };
  /** What is named in a section may be meant for all of the timeline that it is part of. */
  const mention = (zone: string | null): void => {
    const timeline = sections.findIndex(({ key }) => key === 'timeline');
    const from = timeline < 0 ? sections.length - 1 : timeline;
    sections = sections.map((section, at) =>
      at < from ? section : { ...section, mentionedZone: section.mentionedZone ?? zone },
    );
  };
  return {
    here: (block) => {
      const { key: section, saysTimeline: said } = open();
      const isTimeline = section === 'timeline' || announced;
      const saysTimeline = isTimeline || said;
      return { section, isTimeline, saysTimeline, times: stating(zoneInBlock(block)) };
    },
    pass: (block, key) => {
      const text = proseOf(block);
      announced = block.type === 'paragraph' && announcesTimeline(text);
      const named = mentioned.inBlock(block);
      if (block.type !== 'heading') {
        const isDay = open().key === 'timeline' && text.length <= LONGEST_DAY;
        if (isDay) times = withNamedDay(times, text, unclearDayAtStart, true);
        mention(named);
        return state(zoneInBlock(block));
      }
      const level = Number(block.attrs?.level ?? 1);
      times = sections.find((section) => section.level >= level && section.timesBefore)?.timesBefore ?? times;
      sections = sections.filter((section) => section.level < level);
      const above = open();
      const section = key ?? above.key;
      const said = saysTimeline(text) || (key === null && above.saysTimeline);
      const at = places.get(block) ?? -1;
      const below = mentioned.inLinesOf(
        section === 'timeline' ? blocksUnder(blocks, at, level) : ownBlocks(blocks, at),
      );
      const isOfTimes = section === 'timeline' || said;
      const isForAll = isOfTimes || isDayAlone(text);
      const dated = withNamedDay(times, text, isOfTimes ? unclearDay : unclearDayAlone, isForAll);
      sections = [
        ...sections,
        {
          level,
          key: section,
          saysTimeline: said,
          mentionedZone: above.mentionedZone,
          timesBefore: isForAll || dated === times || dated.carryDate === null ? null : times,
        },
      ];
      // Until the next certain day, wherever it stands.
      if (isForAll && dated !== times) keepDay();
      times = dated;
      mention(named ?? below);
      // A heading is nearer to its times than what is said of all times of the text.
      state(documentZone);
      if (named !== null && documentZone === 'UTC') times = { ...times, statedZone: null };
      state(zoneInBlock(block));
    },
    carry: (after) => {
      // Times that follow a timeline go on from it, wherever it stands.
      keepDay();
      mention(after.mentionedZone);
      times = after;
    },
  };
}

/** The blocks behind one up to the next heading. */
const ownBlocks = (blocks: readonly BodyNode[], at: number): readonly BodyNode[] =>
  blocksUnder(blocks, at, Number.POSITIVE_INFINITY);

/** The blocks under a heading and the smaller ones below it. */
const blocksUnder = (blocks: readonly BodyNode[], at: number, level: number): readonly BodyNode[] =>
  blocks.slice(at + 1, nextHeading(blocks, at, level));

/** A line of a timeline that is no longer than this may say the day of the times below it. */
const LONGEST_DAY = 60;

/** The words of a block of prose, also those of HTML: `<h3>Wednesday</h3>`; of every other block none. */
function proseOf(block: BodyNode): string {
  if (PROSE.has(block.type)) return textOf(block);
  const html = block.type === 'rawBlock' ? textOf(block) : '';
  return html.startsWith('<') ? shownText(html).trim() : '';
}

const PROSE: ReadonlySet<string> = new Set(['heading', 'paragraph', 'blockquote']);
