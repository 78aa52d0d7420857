import type { ReactNode } from 'react';
import { readBody, textOf } from '../../../shared/document/readBody.ts';
import type { BodyNode } from '../../../shared/document/template.ts';
import { formatInstant } from '../../../shared/time/formatInstant.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { useFacts } from '../../session/useFacts.ts';
import { factLines } from './factLines.ts';
import styles from './ReadOnlyPostmortem.module.css';

/**
 * A document that may not be edited here, drawn from its Y.Doc without binding anything to it: what this
 * version does not know is shown by its text and stays untouched.
 */
export function ReadOnlyPostmortem({ session }: { readonly session: DocumentSession }) {
  const facts = useFacts(session);
  return (
    <div className={styles.page}>
      <h1>{facts.title ?? 'Untitled postmortem'}</h1>
      <dl>
        {factLines(facts).map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {readBody(session.doc).map((node, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing here is moved or edited
        <Block key={index} node={node} />
      ))}
    </div>
  );
}

/** Attributes that a person can read, for nodes that are more than their text. */
const READABLE = [
  'asWritten',
  'at',
  'owner',
  'ticket',
  'due',
  'priority',
  'status',
  'role',
  'name',
  'date',
  'choice',
  'label',
  'subject',
];

/** What stands in a line of text. */
const INLINE: ReadonlySet<string> = new Set(['text', 'hardBreak', 'rawInline', 'footnoteReference', 'image']);

const isBlock = (node: BodyNode): boolean => !INLINE.has(node.type);

/** What a node of a line is read as: pictures are described, since this page shows none. */
function wordsOf(node: BodyNode): string {
  if (node.type === 'footnoteReference') return `[${String(node.attrs?.label ?? '')}]`;
  if (node.type === 'image') return `[Picture: ${String(node.attrs?.alt ?? 'no description')}]`;
  return textOf(node);
}

function Block({ node }: { readonly node: BodyNode }): ReactNode {
  if (node.type === 'heading') return <h2>{textOf(node)}</h2>;
  const children = node.content ?? [];
  const attributes = READABLE.flatMap((name) => {
    const value = node.attrs?.[name];
    return typeof value === 'string' ? [name === 'at' ? formatInstant(value) : value] : [];
  });
  if (!children.some(isBlock)) {
    const words = children.length === 0 ? textOf(node) : children.map(wordsOf).join('');
    const text = [...attributes, words].join(' · ').replace(/ · $/, '');
    return text === '' ? null : <p>{text}</p>;
  }
  return (
    <div className={styles.nested}>
      {attributes.length === 0 ? null : <p className={styles.attributes}>{attributes.join(' · ')}</p>}
      {children.map((child, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing here is moved or edited
        <Block key={index} node={child} />
      ))}
    </div>
  );
}
