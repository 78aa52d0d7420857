import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BodyNode } from '../../../document/template.ts';
import { SEED } from '../../../testing/seed.testkit.ts';
import { OPTIONS } from '../../comesBack.testkit.ts';
import { exportMarkdown } from '../../exportMarkdown.ts';
import { importMarkdown } from '../../importMarkdown.ts';

/** `MARKDOWN_RUNS=100` draws fewer. */
const RUNS = Number(process.env.MARKDOWN_RUNS ?? 2_000) / 20;

/** How a clock is written, and whether that tells its half of the day. */
interface DrawnTime {
  readonly text: string;
  readonly says: 'said' | 'part' | 'said in a zone' | 'open' | 'zoned' | 'day' | 'converted';
}

const two = (value: number): string => String(value).padStart(2, '0');
const minute = fc.integer({ min: 0, max: 59 }).map(two);
const seconds = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  minute.map((second) => `:${second}`),
);
const ofTwelve = fc.integer({ min: 1, max: 12 });
const zone = fc.constantFrom(' UTC', 'Z', ' +0000', '+02:00', ' GMT');
const zoneApart = fc.constantFrom(' UTC', ' Z', ' +0000', ' +02:00', ' GMT');
const meridiem = fc.constantFrom(' AM', ' PM', 'pm', ' p.m.');
const DAY = '2024-05-01 ';

const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(''));
const says =
  (kind: DrawnTime['says']) =>
  (text: string): DrawnTime => ({ text, says: kind });

const plain = joined(ofTwelve.map(String), fc.constant(':'), minute, seconds);
const padded = joined(ofTwelve.map(two), fc.constant(':'), minute, seconds);
/** On the same day in UTC. */
const late = fc.integer({ min: 3, max: 11 });
const plainLate = joined(late.map(String), fc.constant(':'), minute, seconds);
const paddedLate = joined(late.map(two), fc.constant(':'), minute, seconds);
const ofDay = joined(fc.constantFrom('00', '13', '17', '23'), fc.constant(':'), minute, seconds);
const day = fc.oneof({ weight: 4, arbitrary: fc.constant('') }, fc.constant(DAY));

/** `2024-05-01 09:50 UTC (11:50 CEST)`, and with AM or PM, or in the zone that stands apart. */
const converted: fc.Arbitrary<DrawnTime> = fc
  .tuple(fc.integer({ min: 3, max: 23 }), minute, fc.constantFrom('24', '12', 'said', 'apart'))
  .map(([hour, minutes, style]) => {
    const clock = style === '12' || style === 'said' ? ((hour + 11) % 12) + 1 : hour;
    const half = style === 'said' || (style === '12' && hour > 12) ? (hour < 12 ? ' AM' : ' PM') : '';
    const zoneOf = style === 'apart' ? ', in CEST' : ' CEST';
    return {
      text: `${DAY}${two(hour - 2)}:${minutes} UTC (${clock}:${minutes}${half}${zoneOf})`,
      says: 'converted',
    };
  });

const drawnTime = (style: 'twelve' | 'day' | 'mixed'): fc.Arbitrary<DrawnTime> => {
  const twelve = [
    joined(day, plain).map(says('open')),
    joined(day, plain, meridiem).map(says('said')),
    joined(day, paddedLate, meridiem, zoneApart).map(says('said in a zone')),
    joined(day, plain, fc.constant(' - '), plain).map(says('open')),
    joined(day, plain, meridiem, fc.constant(' - '), plain).map(says('part')),
    joined(day, plainLate, meridiem, fc.constant(' CEST')).map(says('said')),
  ];
  const hours = [
    joined(day, ofDay).map(says('day')),
    joined(day, padded).map(says('open')),
    joined(fc.constant('2024-05-01T'), paddedLate, zone).map(says('day')),
    joined(paddedLate, zone).map(says('zoned')),
  ];
  const other = [
    joined(plainLate, fc.constant(' CEST')).map(says('open')),
    converted,
    fc.constant(says('day')('??')).map(({ text }): DrawnTime => ({ text, says: 'converted' })),
  ];
  const some = style === 'twelve' ? twelve : style === 'day' ? hours : [...twelve, ...hours];
  return fc.oneof(...some, ...other);
};

interface DrawnTimeline {
  readonly times: readonly DrawnTime[];
  readonly asList: boolean;
  readonly head: string;
}

const timeline: fc.Arbitrary<DrawnTimeline> = fc
  .constantFrom('twelve' as const, 'day' as const, 'mixed' as const)
  .chain((style) =>
    fc.record({
      times: fc.array(drawnTime(style), { minLength: 2, maxLength: 6 }),
      asList: fc.boolean(),
      head: fc.constantFrom('Time', 'Time (UTC)'),
    }),
  );

const text = (timelines: readonly DrawnTimeline[], heading: string): string =>
  [
    `# X 2024-05-01\n\n## ${heading}\n`,
    ...timelines.map(({ times, asList, head }, at) =>
      [
        `### Part ${at + 1}\n`,
        ...(asList
          ? times.map((time) => `- **${time.text}** — it is ${at}`)
          : [
              `| ${head} | Event |`,
              '| --- | --- |',
              ...times.map((time) => `| ${time.text} | it is ${at} |`),
            ]),
        '',
      ].join('\n'),
    ),
  ].join('\n');

const timelinesIn = (nodes: readonly BodyNode[]): readonly (readonly BodyNode[])[] =>
  nodes.flatMap((node) =>
    node.type === 'timeline' ? [node.content ?? []] : timelinesIn(node.content ?? []),
  );

/** Which rows are flagged as they may be either half of the day. */
const doubtedIn = (nodes: readonly BodyNode[]): readonly (readonly boolean[])[] =>
  timelinesIn(nodes).map((rows) => rows.map(({ attrs }) => attrs?.unsettled === 'not-a-time'));

const FRONT = /^---\n.*?\n---\n/s;

/** The rows of a timeline that may be either half of the day, as some of its times say which and no more are of 24 hours. */
function inDoubt(times: readonly DrawnTime[]): readonly number[] {
  const count = (...kinds: readonly DrawnTime['says'][]): number =>
    times.filter((time) => kinds.includes(time.says)).length;
  const kinds: readonly DrawnTime['says'][] =
    count('said in a zone') > 0 ? ['part', 'open', 'zoned'] : ['part', 'open'];
  const ofDay = count('day') + (kinds.includes('zoned') ? 0 : count('zoned'));
  const ofConverted = count('converted');
  const said = count('said', 'part', 'said in a zone');
  return said > 0 && said >= ofDay + ofConverted
    ? times.flatMap((time, at) => (kinds.includes(time.says) ? [at] : []))
    : [];
}

test('TM-14 generated timelines come back, without front matter with the same doubts, and no clock beside AM and PM is taken for a half of the day that it does not say', {
  timeout: 600_000,
}, () => {
  fc.assert(
    fc.property(
      fc.array(timeline, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('Timeline', 'Timeline (UTC)'),
      (timelines, heading) => {
        const { postmortem } = importMarkdown(text(timelines, heading));
        const rows = timelinesIn(postmortem.body);
        expect(rows.map(({ length }) => length)).toEqual(timelines.map(({ times }) => times.length));
        for (const [at, { times }] of timelines.entries())
          for (const row of inDoubt(times)) expect(rows[at]?.[row]?.attrs).toHaveProperty('unsettled');
        const exported = exportMarkdown(postmortem, OPTIONS).text;
        const alone = importMarkdown(exported.replace(FRONT, '')).postmortem;
        expect(doubtedIn(alone.body)).toEqual(doubtedIn(postmortem.body));
        const again = importMarkdown(exported).postmortem;
        expect(again).toEqual(postmortem);
        expect(exportMarkdown(again, OPTIONS).text).toBe(exported);
      },
    ),
    { seed: SEED, numRuns: RUNS },
  );
});
