import type { Root } from 'mdast';
import { frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown, type Unsafe } from 'mdast-util-to-markdown';

/**
 * A tilde is escaped where it could be read as strikethrough: beside another one, and, since GitHub also
 * strikes between single tildes, where one could close. `~600 pods` stays as it is.
 */
const tildes: Unsafe[] = [
  { character: '~', before: '\\S', inConstruct: 'phrasing' },
  { character: '~', after: '~', inConstruct: 'phrasing' },
  { atBreak: true, character: '~', after: '~' },
];
const isOldTildeRule = (rule: Unsafe): boolean => rule.character === '~' && !tildes.includes(rule);

const strikethrough: Options = {
  handlers: {
    root: (node, _parent, state, info) => {
      state.unsafe = state.unsafe.filter((rule) => !isOldTildeRule(rule));
      return state.containerFlow(node, info);
    },
    // Only the pair of tildes that this program reads.
    delete: Object.assign(gfmDelete(), {
      attention: () => ({ construct: 'strikethrough' as const, markers: ['~'], sizes: [2] }),
    }),
  },
};

function gfmDelete(): NonNullable<NonNullable<Options['handlers']>['delete']> {
  const extension = gfmToMarkdown().extensions?.find(({ handlers }) => handlers?.delete);
  return extension?.handlers?.delete as NonNullable<NonNullable<Options['handlers']>['delete']>;
}

const options: Options = {
  bullet: '-',
  bulletOther: '*',
  emphasis: '_',
  fences: true,
  rule: '*',
  listItemIndent: 'one',
  extensions: [
    gfmToMarkdown({ tablePipeAlign: false }),
    { unsafe: tildes },
    strikethrough,
    frontmatterToMarkdown(['yaml']),
  ],
};

/** Markdown of a tree, ending in one line break unless it is empty. */
export const writeMdast = (tree: Root): string => toMarkdown(tree, options);
