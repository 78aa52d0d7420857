import type { BodyNode } from '../../../document/template.ts';
import { bold, type Lead, plain } from '../lead.ts';
import { labelIn, NUMBER, SYSTEM_LEVEL, type WhyLabel, type WhyLabelStyle } from './whyLabel.ts';

/** How a why chain is written. */
export interface WhyStyle {
  readonly ordered: boolean;
  /** Question and answer stand in one paragraph. */
  readonly joined: boolean;
  readonly problem: WhyLabelStyle;
  readonly why: WhyLabelStyle;
  readonly rootCause: WhyLabelStyle;
  /** The root cause stands in a paragraph behind the list. */
  readonly apart: boolean;
  /** A list, a paragraph for each part, or a heading for each with what it says below. */
  readonly layout: (typeof LAYOUTS)[number];
}

const LAYOUTS = [
  'list',
  'paragraphs',
  'headings2',
  'headings3',
  'headings4',
  'headings5',
  'headings6',
] as const;

export const OUR_WHYS: WhyStyle = {
  ordered: false,
  joined: false,
  problem: ['Problem', ' — '],
  why: ['Why {n}', ' — '],
  rootCause: ['Root cause statement', ' — '],
  apart: false,
  layout: 'list',
};

/** The lead of an entry. That a why is a system-level truth is only said behind our own label. */
export function whyLead(label: WhyLabel, style: WhyStyle): Lead {
  const [boldPart, plainPart] = style[label.kind];
  const number = label.kind === 'why' ? String(label.number) : '';
  const system =
    label.kind === 'why' && label.systemLevel && boldPart === OUR_WHYS.why[0] ? SYSTEM_LEVEL : '';
  const strong = `${boldPart.replace(NUMBER, number)}${system}`;
  const rest = plainPart.replace(NUMBER, number);
  return [...(strong === '' ? [] : [bold(strong)]), ...(rest === '' ? [] : [plain(rest)])];
}

/** The `written` attribute that says so; null for our own style. */
export function styleText(style: WhyStyle): string | null {
  const { ordered, joined, problem, why, rootCause, apart, layout } = style;
  const more = [...(apart ? [APART] : []), ...(layout === 'list' ? [] : [layout])];
  const text = JSON.stringify([ordered, joined, problem, why, rootCause, ...more]);
  const ours = JSON.stringify([false, false, OUR_WHYS.problem, OUR_WHYS.why, OUR_WHYS.rootCause]);
  return text === ours ? null : text;
}

const APART = 'apart';

/** The style that a why chain's `written` attribute says; ours when it says none, or nonsense. */
export function whyStyleOf(chain: BodyNode): WhyStyle {
  const text = chain.attrs?.written;
  let parts: unknown = null;
  try {
    parts = typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    // Not ours after all: our own style is as good.
  }
  if (!Array.isArray(parts)) return OUR_WHYS;
  const [ordered, joined, problem, why, rootCause, ...more] = parts as readonly unknown[];
  const isNumbered = ordered === true && isLabel(why) && why.join('').trim() === '';
  return isLabelOf('problem', problem) &&
    isLabelOf('rootCause', rootCause) &&
    (isNumbered || isLabelOf('why', why))
    ? {
        ordered: ordered === true,
        joined: joined === true,
        problem,
        why: why as WhyLabelStyle,
        rootCause,
        apart: more.includes(APART),
        layout: LAYOUTS.find((layout) => more.includes(layout)) ?? 'list',
      }
    : OUR_WHYS;
}

const isLabel = (value: unknown): value is WhyLabelStyle =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

function isLabelOf(kind: WhyLabel['kind'], value: unknown): value is WhyLabelStyle {
  if (!isLabel(value)) return false;
  const [strong, rest] = value.map((part) => part.replace(NUMBER, '1')) as [string, string];
  const found =
    strong === '' ? labelIn(null, `${rest}x`) : labelIn(rest === '' ? `${strong}x` : strong, rest);
  return found?.label.kind === kind && JSON.stringify(found.style) === JSON.stringify(value);
}
