import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { postmortemSchema, SCHEMA_VERSION } from '../schema/postmortemSchema.ts';
import type { TemplateName } from './about.ts';
import { addMember, type Facts, SET_FACTS, TEXT_FACTS, writeFact, writeTold } from './facts.ts';
import { aboutOf, bodyOf } from './layout.ts';
import type { BodyNode } from './template.ts';

/** What a new Y.Doc is filled with: once, by its creator, before anyone else joins. */
export interface NewPostmortem {
  readonly id: string;
  /** UTC instant `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly created: string;
  readonly template: TemplateName;
  readonly facts: Partial<Facts>;
  readonly body: readonly BodyNode[];
  readonly status?: string;
  readonly lastAction?: number;
  readonly frontMatter?: string | null;
  readonly titleLead?: string | null;
}

/**
 * A new document that holds `content`. Garbage collection is on.
 *
 * @throws RangeError when the body does not fit the schema
 */
export function createPostmortem(content: NewPostmortem): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  doc.transact(() => {
    const about = aboutOf(doc);
    about.set('id', content.id);
    about.set('schemaVersion', SCHEMA_VERSION);
    about.set('template', content.template);
    about.set('status', content.status ?? 'draft');
    about.set('created', content.created);
    if (content.lastAction) about.set('lastAction', content.lastAction);
    if (content.frontMatter) about.set('frontMatter', content.frontMatter);
    if (typeof content.titleLead === 'string') about.set('titleLead', content.titleLead);
    for (const key of TEXT_FACTS) writeFact(doc, key, content.facts[key] ?? null);
    for (const set of SET_FACTS) for (const member of content.facts[set] ?? []) addMember(doc, set, member);
    for (const [tenant, told] of Object.entries(content.facts.told ?? {})) writeTold(doc, tenant, told);
    prosemirrorJSONToYXmlFragment(postmortemSchema, { type: 'doc', content: content.body }, bodyOf(doc));
  });
  return doc;
}
