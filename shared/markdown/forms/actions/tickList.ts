import type { BodyNode } from '../../../document/template.ts';
import { isText, mergeTexts, textAttr, textNode } from '../../inline/inlineNodes.ts';
import { sameData } from '../../sameData.ts';
import type { Attrs } from '../attrs.ts';
import { tidy } from '../cells.ts';
import { ACTION_COLUMNS, OUR_ACTIONS, statusOf, statusText } from './actionStyle.ts';
import { commonStyle, partsText, readParts, type TickStyle } from './tickStyle.ts';

/** An action item of a tick list: what it says beside its description, and the blocks of the description. */
export interface TickItem {
  readonly attrs: Attrs;
  readonly blocks: readonly BodyNode[];
}

/** The tick list that action items are written as; null when they would not be read as themselves again. */
export function writeTicks(items: readonly BodyNode[], style: TickStyle): BodyNode | null {
  const wanted = items.map(
    (item): TickItem => ({ attrs: columnsOf(item.attrs ?? {}), blocks: filled(item) }),
  );
  const list: BodyNode = { type: 'taskList', content: wanted.map((item) => writeTick(item, style)) };
  return sameData(readTicks(list).items, wanted) ? list : null;
}

const filled = ({ content = [] }: BodyNode): readonly BodyNode[] =>
  content.filter(({ type, content: line }) => type !== 'paragraph' || (line ?? []).length > 0);

/** The attributes that say something, each as one line. */
function columnsOf(attrs: Attrs): Attrs {
  const said = ACTION_COLUMNS.flatMap((key) => {
    const value = tidy(textAttr({ type: 'actionItem', attrs }, key) ?? '');
    return value === '' || (key === 'status' && value === 'open') ? [] : [[key, value] as const];
  });
  return Object.fromEntries(said);
}

function writeTick({ attrs, blocks }: TickItem, style: TickStyle): BodyNode {
  const isDone = attrs.status === 'done';
  const { status, ...others } = attrs as Readonly<Record<string, string>>;
  const shown =
    status === undefined || isDone ? others : { ...others, status: statusText(status, OUR_ACTIONS) };
  const said = partsText(shown, style);
  const content = said === '' ? blocks : withTail(blocks, `(${said})`);
  return {
    type: 'taskItem',
    attrs: { checked: isDone },
    content: content.length === 0 ? [{ type: 'paragraph' }] : content,
  };
}

function withTail(blocks: readonly BodyNode[], tail: string): readonly BodyNode[] {
  const [first, ...others] = blocks;
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', content: [textNode(tail)] }, ...blocks];
  return [{ ...first, content: mergeTexts([...(first.content ?? []), textNode(` ${tail}`)]) }, ...others];
}

/** The action items of a tick list, and how they are written. */
export function readTicks(list: BodyNode): {
  readonly items: readonly TickItem[];
  readonly style: TickStyle;
} {
  const ticks = (list.content ?? []).map((item) => ({ item, tail: tailOf(item) }));
  const style = commonStyle(ticks.flatMap(({ tail }) => (tail === null ? [] : [tail.said])));
  const items = ticks.map(({ item, tail }): TickItem => {
    const done = item.attrs?.checked === true ? { status: 'done' } : {};
    const whole = { attrs: done, blocks: filled(item) };
    if (tail === null) return whole;
    const said = tail.said.parts.map(({ key, value }) => [
      key,
      key === 'status' ? statusOf(value, OUR_ACTIONS) : value,
    ]);
    const parted = { attrs: columnsOf({ ...done, ...Object.fromEntries(said) }), blocks: tail.blocks };
    return sameData(writeTick(parted, style), item) ? parted : whole;
  });
  return { items, style };
}

/** What the brackets at the end of an item's first line say, and its blocks without them; null for none. */
function tailOf({ content = [] }: BodyNode): {
  readonly said: NonNullable<ReturnType<typeof readParts>>;
  readonly blocks: readonly BodyNode[];
} | null {
  const [first, ...others] = content;
  const line = first?.type === 'paragraph' ? (first.content ?? []) : [];
  const last = line.at(-1);
  if (!isText(last) || (last.marks ?? []).length > 0) return null;
  const [, before = '', inside] = /^(|.* )\(([^()]+)\)$/.exec(last.text) ?? [];
  const said = inside === undefined ? null : readParts(inside);
  if (said === null) return null;
  const words = before.replace(/ $/, '');
  const rest = [...line.slice(0, -1), ...(words === '' ? [] : [textNode(words)])];
  return { said, blocks: rest.length === 0 ? others : [{ type: 'paragraph', content: rest }, ...others] };
}
