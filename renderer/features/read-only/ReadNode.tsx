import { Fragment, type ReactNode } from 'react';
import type { BodyNode } from '../../../shared/document/template.ts';
import { openLink } from '../../editor/marks/link/LinkView.ts';
import styles from './ReadOnlyPostmortem.module.css';
import { ReadPicture } from './ReadPicture.tsx';

/** Ordinary blocks one after the other; see {@link readableBody}. */
export const ReadNodes = ({ nodes }: { readonly nodes: readonly BodyNode[] | undefined }) =>
  nodes?.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: nothing here is moved or edited
    <ReadNode key={index} node={node} />
  ));

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

function ReadNode({ node }: { readonly node: BodyNode }): ReactNode {
  const { attrs = {} } = node;
  const inside = <ReadNodes nodes={node.content} />;
  switch (node.type) {
    case 'text':
      return marked(node.text, node.marks ?? []);
    case 'hardBreak':
      return <br />;
    case 'image':
      return <ReadPicture attrs={attrs} />;
    case 'note':
      return <p className={styles.note}>{inside}</p>;
    case 'heading': {
      const Heading = HEADINGS[Number(attrs.level ?? 2) - 1] ?? 'h2';
      return <Heading>{inside}</Heading>;
    }
    case 'blockquote':
      return <blockquote>{inside}</blockquote>;
    case 'codeBlock':
      return <pre>{inside}</pre>;
    case 'horizontalRule':
      return <hr />;
    case 'bulletList':
      return <ul>{inside}</ul>;
    case 'orderedList':
      return <ol start={Number(attrs.start ?? 1)}>{inside}</ol>;
    case 'listItem':
      return <li>{inside}</li>;
    case 'taskList':
      return <ul className={styles.tasks}>{inside}</ul>;
    case 'taskItem':
      return (
        <li>
          <span role="img" aria-label={attrs.checked === true ? 'Done' : 'Not done'}>
            {attrs.checked === true ? '☑' : '☐'}
          </span>
          <div>{inside}</div>
        </li>
      );
    case 'table':
      return (
        <div className={styles.table}>
          <table>
            <tbody>{inside}</tbody>
          </table>
        </div>
      );
    case 'tableRow':
      return <tr>{inside}</tr>;
    case 'tableCell':
    case 'tableHeader':
      return cell(node, inside);
    default:
      return <p>{inside}</p>;
  }
}

const ALIGNS = { left: 'left', center: 'center', right: 'right' } as const;

function cell({ type, attrs = {} }: BodyNode, inside: ReactNode): ReactNode {
  const Cell = type === 'tableHeader' ? 'th' : 'td';
  const textAlign = ALIGNS[attrs.align as keyof typeof ALIGNS];
  return (
    <Cell
      colSpan={Number(attrs.colspan ?? 1)}
      rowSpan={Number(attrs.rowspan ?? 1)}
      style={textAlign === undefined ? undefined : { textAlign }}
    >
      {inside}
    </Cell>
  );
}

const TAGS = { code: 'code', strike: 's', italic: 'em', bold: 'strong' } as const;

function marked(words: string | undefined, [mark, ...others]: NonNullable<BodyNode['marks']>): ReactNode {
  if (mark === undefined) return words;
  const inside = marked(words, others);
  if (mark.type === 'mono') return <span className={styles.mono}>{inside}</span>;
  if (mark.type === 'link') return linked(String(mark.attrs?.href ?? ''), inside);
  const Tag = TAGS[mark.type as keyof typeof TAGS] ?? Fragment;
  return <Tag>{inside}</Tag>;
}

/** Only the host opens addresses. */
const linked = (href: string, inside: ReactNode): ReactNode => (
  <a
    href={href}
    title={href}
    onClick={(event) => {
      event.preventDefault();
      void openLink(href);
    }}
  >
    {inside}
  </a>
);
