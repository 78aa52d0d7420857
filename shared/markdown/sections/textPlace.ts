import { textOf } from '../../document/readBody.ts';
import type { SectionKey } from '../../document/sections.ts';
import type { BodyNode } from '../../document/template.ts';
import { saysTimeline } from '../../time/timelineWords.ts';
import type { TimeContext } from '../forms/timeline/rowTimes.ts';
import { dayIn } from './dayIn.ts';
import { announcesTimeline, zoneInBlock, zoneOfText } from './zoneInBlock.ts';

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
}

/** What is said of the times of a text in front of its blocks. */
export interface SaidInFront {
  /** `YYYY-MM-DD` for times before the first day in the text, or null. */
  readonly day: string | null;
  /** The zone that the front matter states, or null. */
  readonly zone: string | null;
}

export const NOTHING_IN_FRONT: SaidInFront = { day: null, zone: null };

export function walkText(blocks: readonly BodyNode[], front: SaidInFront): TextWalk {
  const documentZone = zoneOfText(blocks, front.zone);
  let times: TimeContext = {
    carryDate: front.day,
    carryClock: null,
    statedZone: documentZone,
  };
  let sections: readonly OpenSection[] = [];
  let announced = false;
  const stating = (zone: string | null): TimeContext =>
    zone === null ? times : { ...times, statedZone: zone === 'UTC' ? null : zone };
  const state = (zone: string | null): void => {
    times = stating(zone);
  };
  const turn = (day: string | null): void => {
    if (day !== null) times = { ...times, carryDate: day, carryClock: null };
  };
  return {
    here: (block) => {
      const { key: section = null, saysTimeline: said = false } = sections.at(-1) ?? {};
      const isTimeline = section === 'timeline' || announced;
      const saysTimeline = isTimeline || said;
      return { section, isTimeline, saysTimeline, times: stating(zoneInBlock(block)) };
    },
    pass: (block, key) => {
      const text = PROSE.has(block.type) ? textOf(block) : '';
      announced = block.type === 'paragraph' && announcesTimeline(text);
      if (block.type !== 'heading') {
        const isDay = sections.at(-1)?.key === 'timeline' && text.length <= LONGEST_DAY;
        turn(isDay ? dayIn(text, times.carryDate) : null);
        return state(zoneInBlock(block));
      }
      const level = Number(block.attrs?.level ?? 1);
      const above = sections.filter((section) => section.level < level);
      const said = saysTimeline(text) || (key === null && above.at(-1)?.saysTimeline === true);
      sections = [...above, { level, key: key ?? above.at(-1)?.key ?? null, saysTimeline: said }];
      turn(dayIn(text, times.carryDate));
      state(documentZone);
      state(zoneInBlock(block));
    },
    carry: (after) => {
      times = after;
    },
  };
}

/** A line of a timeline that is no longer than this may say the day of the times below it. */
const LONGEST_DAY = 60;

const PROSE: ReadonlySet<string> = new Set(['heading', 'paragraph', 'blockquote']);
