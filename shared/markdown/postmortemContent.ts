import type * as Y from 'yjs';
import { type About, type PostmortemStatus, readAbout, type TemplateName } from '../document/about.ts';
import { type Facts, readFacts } from '../document/facts.ts';
import { readBody } from '../document/readBody.ts';
import type { BodyNode } from '../document/template.ts';

/** What of a postmortem its Markdown says: all but the document's own id and date of creation. */
export interface PostmortemContent {
  readonly template: TemplateName;
  readonly status: PostmortemStatus;
  /** The highest N ever given to an `A<N>`. */
  readonly lastAction: number;
  /** YAML of front-matter keys that are not ours, or null. */
  readonly frontMatter: string | null;
  /** What an imported text has in front of the title in its first heading; null for `Postmortem: `. */
  readonly titleLead: string | null;
  readonly facts: Facts;
  readonly body: readonly BodyNode[];
}

/** The content of a document as it stands. */
export function postmortemContent(doc: Y.Doc): PostmortemContent {
  const { template, status, lastAction, frontMatter, titleLead }: About = readAbout(doc);
  return { template, status, lastAction, frontMatter, titleLead, facts: readFacts(doc), body: readBody(doc) };
}
