import type { BodyNode } from '../document/template.ts';
import { postmortemSchema } from '../schema/postmortemSchema.ts';
import type { PostmortemContent } from './postmortemContent.ts';

/** What generated postmortems reach: how often each node, mark, attribute and kind of text was met. */
export type Reach = Map<string, number>;

const TEXTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['pipe', /\|/],
  ['backtick', /`/],
  ['HTML', /<\/?[a-z!]/i],
  ['www.', /www\./],
  ['emoji', /\p{Extended_Pictographic}/u],
  ['right-to-left text', /[\u0590-\u06FF]/],
  ['backslash', /\\/],
  ['entity', /&\w+;/],
  ['line break in a text', /\n/],
  ['half a surrogate pair', /[\uD800-\uDBFF](?![\uDC00-\uDFFF])/],
];

const LISTS = /^(?:bulletList|orderedList|taskList)$/;

/** Everything that must be reached. */
export function wantedReach(): readonly string[] {
  const nodes = Object.values(postmortemSchema.nodes).filter(({ name }) => name !== 'doc');
  return [
    ...nodes.map(({ name }) => `node ${name}`),
    ...nodes.flatMap(({ name, spec }) =>
      Object.keys(spec.attrs ?? {}).map((key) => `attribute ${name}.${key}`),
    ),
    ...Object.values(postmortemSchema.marks).flatMap(({ name, spec }) => [
      `mark ${name}`,
      ...Object.keys(spec.attrs ?? {}).map((key) => `attribute ${name}.${key}`),
    ]),
    ...TEXTS.map(([name]) => name),
    'nested list',
    'uncertain time',
    'empty place',
  ];
}

/** Counts what a postmortem reaches. */
export function countReach(reach: Reach, { body }: PostmortemContent): void {
  const count = (name: string): void => {
    reach.set(name, (reach.get(name) ?? 0) + 1);
  };
  const said = (value: unknown): boolean => value !== null && value !== undefined;
  const visit = (node: BodyNode, inList: boolean): void => {
    count(`node ${node.type}`);
    for (const [key, value] of Object.entries(node.attrs ?? {}))
      if (said(value)) count(`attribute ${node.type}.${key}`);
    for (const mark of node.marks ?? []) {
      count(`mark ${mark.type}`);
      for (const [key, value] of Object.entries(mark.attrs ?? {}))
        if (said(value)) count(`attribute ${mark.type}.${key}`);
    }
    if (node.text !== undefined)
      for (const [name, pattern] of TEXTS) if (pattern.test(node.text)) count(name);
    const isList = LISTS.test(node.type);
    if (isList && inList) count('nested list');
    const { precision, untilUnknown, unsettled } = node.attrs ?? {};
    if (precision === 'about' || untilUnknown === true || said(unsettled)) count('uncertain time');
    const content = node.content ?? [];
    if (node.text === undefined && content.length === 0 && !ATOMS.has(node.type)) count('empty place');
    for (const child of content) visit(child, inList || isList);
  };
  for (const node of body) visit(node, false);
}

const ATOMS: ReadonlySet<string> = new Set(
  Object.values(postmortemSchema.nodes)
    .filter(({ isAtom }) => isAtom)
    .map(({ name }) => name),
);
