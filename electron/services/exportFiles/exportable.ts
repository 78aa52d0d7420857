import * as Y from 'yjs';
import { type PostmortemContent, postmortemContent } from '../../../shared/markdown/postmortemContent.ts';
import type { OpenDocument, StoredImage } from '../open-document/index.ts';
import type { PostmortemFile } from '../readPostmortemFile.ts';

/** A postmortem and its pictures, as exports take it. */
export interface Exportable {
  readonly content: PostmortemContent;
  readonly image: (hash: string) => StoredImage | null;
}

export const exportableFile = ({ doc, images }: PostmortemFile): Exportable => ({
  content: postmortemContent(doc),
  image: (hash) => images.get(hash) ?? null,
});

/** As it stands now, saved or not; what is typed later does not change it. */
export function exportableDocument(document: OpenDocument): Exportable {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, document.state());
  return { content: postmortemContent(doc), image: (hash) => document.image(hash) };
}

/** A picture as an address that holds it. */
export const dataAddress = ({ bytes, mediaType }: StoredImage): string =>
  `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
