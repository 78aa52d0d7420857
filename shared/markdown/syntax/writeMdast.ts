import type { Break, Html, Root, Text } from 'mdast';
import { frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmToMarkdown } from 'mdast-util-gfm';
import {
  type ConstructName,
  defaultHandlers,
  type Handle,
  type Options,
  toMarkdown,
  type Unsafe,
} from 'mdast-util-to-markdown';
import { FRONT_MATTERS } from './parseMdast.ts';

/**
 * A tilde is escaped where it could be read as strikethrough: beside another one, and, since GitHub also
 * strikes between single tildes, where one could close. `~600 pods` stays as it is.
 * Looking around leaves the neighbours to be found as well.
 */
const tildes: Unsafe[] = [
  { character: '~', before: '(?<=\\S)', inConstruct: 'phrasing' },
  { character: '~', after: '(?=~)', inConstruct: 'phrasing' },
  { character: '~', inConstruct: 'strikethrough' as ConstructName },
  { atBreak: true, character: '~', after: '~' },
];
const addresses: Unsafe[] = [
  // An address that begins with `<` would be read as one in angle brackets.
  { character: '<', before: '\\(', inConstruct: 'destinationRaw' },
  // Text that is read as a bare address even when nothing like a domain follows.
  {
    character: '.',
    before: '(?<=[Ww]{3})',
    inConstruct: 'phrasing',
    notInConstruct: ['autolink', 'link', 'label'],
  },
  // Of two signs close together, each can make an address of mail.
  {
    character: '@',
    before: '(?<=[+\\-.\\w])',
    after: '(?=[\\-.\\w])',
    inConstruct: 'phrasing',
    notInConstruct: ['autolink', 'link', 'label'],
  },
];

const isOldTildeRule = (rule: Unsafe): boolean => rule.character === '~' && !tildes.includes(rule);

const handlers: Options = {
  handlers: {
    root: (node, _parent, state, info) => {
      state.unsafe = state.unsafe.filter((rule) => !isOldTildeRule(rule));
      return state.containerFlow(node, info);
    },
    // Source that is kept may begin with a bracket, before which an exclamation mark must be escaped.
    html: Object.assign((node: Html) => node.value, { peek: (node: Html) => node.value.charAt(0) }),
    table: (node, parent, state, info) => {
      const [head = '', delimiters = '', ...rows] = gfmHandler('table')(node, parent, state, info).split(
        '\n',
      );
      return [head, delimiters.replace(/-+/g, '---'), ...rows].join('\n');
    },
    text: (node: Text, parent, state, info) =>
      node.data?.isAlertMark === true ? node.value : defaultHandlers.text(node, parent, state, info),
    break: (node: Break, parent, state, info) =>
      node.data?.endsAlertMark === true ? '\n' : defaultHandlers.break(node, parent, state, info),
    // Only the pair of tildes that this program reads.
    delete: Object.assign(gfmHandler('delete'), {
      attention: () => ({ construct: 'strikethrough' as const, markers: ['~'], sizes: [2] }),
    }),
  },
};

/** GitHub's own way of writing a node. */
function gfmHandler(type: 'delete' | 'table'): Handle {
  const extensions = gfmToMarkdown({ tablePipeAlign: false, tableCellPadding: true }).extensions ?? [];
  return extensions.find(({ handlers: own }) => own?.[type])?.handlers?.[type] as Handle;
}

const options: Options = {
  bullet: '-',
  bulletOther: '*',
  emphasis: '_',
  fences: true,
  rule: '_',
  listItemIndent: 'one',
  extensions: [
    gfmToMarkdown({ tablePipeAlign: false, tableCellPadding: true }),
    { unsafe: [...tildes, ...addresses] },
    handlers,
    frontmatterToMarkdown(FRONT_MATTERS),
  ],
};

/** Markdown of a tree, ending in one line break unless it is empty. */
export const writeMdast = (tree: Root): string => toMarkdown(tree, options);
