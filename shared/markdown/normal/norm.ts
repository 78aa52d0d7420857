import type { BodyNode } from '../../document/template.ts';
import { normalFacts } from '../facts/normalFacts.ts';
import type { PostmortemContent } from '../postmortemContent.ts';
import { normalBody } from './normalBody.ts';

/**
 * The normal form of a postmortem, which is what comes back from its Markdown. It changes nothing that a
 * reader can see; docs/markdown.md has its rules, MD-N1 and on.
 */
export function norm(content: PostmortemContent): PostmortemContent {
  const body = normalBody(content.body, content.template);
  const frontMatter = (content.frontMatter ?? '').replace(/\r\n?/g, '\n').replace(/^\n+|\n+$/g, '');
  return {
    template: content.template,
    status: content.status,
    lastAction: Math.max(content.lastAction, ...actionNumbers(body)),
    frontMatter: frontMatter.trim() === '' ? null : frontMatter,
    facts: normalFacts(content.facts),
    body,
  };
}

/** The numbers of all action items under some nodes. */
export function actionNumbers(nodes: readonly BodyNode[]): readonly number[] {
  return nodes.flatMap(({ type, attrs, content = [] }) => [
    ...(type === 'actionItem' && typeof attrs?.number === 'number' ? [attrs.number] : []),
    ...actionNumbers(content),
  ]);
}
