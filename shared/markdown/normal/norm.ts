import { normalFacts } from '../facts/normalFacts.ts';
import { isFirstLevel, keptLead } from '../facts/titleHeading.ts';
import { actionNumbers } from '../forms/actions/numberActions.ts';
import type { PostmortemContent } from '../postmortemContent.ts';
import { normalBody } from './normalBody.ts';

/**
 * The normal form of a postmortem, which is what comes back from its Markdown. It changes nothing that a
 * reader can see; docs/markdown.md has its rules, MD-N1 and on.
 */
export function norm(content: PostmortemContent): PostmortemContent {
  const body = normalBody(content.body, content.template, content.lastAction);
  const frontMatter = (content.frontMatter ?? '').replace(/\r\n?/g, '\n').replace(/^\n+|\n+$/g, '');
  const facts = normalFacts(content.facts);
  const [first] = body;
  const isHeaded = first !== undefined && isFirstLevel(first);
  const hasLead = content.template === 'imported' && !isHeaded;
  return {
    template: content.template,
    status: content.status,
    lastAction: Math.max(content.lastAction, ...actionNumbers(body)),
    frontMatter: frontMatter.trim() === '' ? null : frontMatter,
    titleLead: hasLead ? keptLead(content.titleLead, facts.title) : null,
    facts,
    body,
  };
}
