import type * as Y from 'yjs';

/** The three shared types of a postmortem's Y.Doc. docs/document-format.md is their specification. */

/** The text: a fragment of the nodes in shared/schema. */
export const bodyOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('body');

/** Typed metadata, one scalar a key; see facts.ts. */
export const factsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('facts');

/** What the program itself keeps: see about.ts. */
export const aboutOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('about');
