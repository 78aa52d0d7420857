import type { BodyNode } from '../../../shared/document/template.ts';
import { exportMarkdown } from '../../../shared/markdown/exportMarkdown.ts';
import { NO_FACTS } from '../../../shared/markdown/facts/factLines.ts';
import { type PostmortemContent, postmortemContent } from '../../../shared/markdown/postmortemContent.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { showToast } from '../../ui/toast/toasts.ts';

/** Puts the whole postmortem onto the clipboard as plain Markdown. Pictures are named in it, and stay here. */
export const copyMarkdown = (session: DocumentSession): Promise<void> =>
  copy(postmortemContent(session.doc), 'Copied as Markdown');

/** Puts some blocks of a postmortem onto the clipboard as plain Markdown, without its facts. */
export const copyBlocks = (body: readonly BodyNode[]): Promise<void> =>
  copy(
    {
      template: 'imported',
      status: 'draft',
      lastAction: 0,
      frontMatter: null,
      titleLead: null,
      facts: NO_FACTS,
      body,
    },
    'Selection copied as Markdown',
  );

async function copy(content: PostmortemContent, done: string): Promise<void> {
  const { text, images } = exportMarkdown(content, {
    plain: true,
    imageAddress: (hash) => `pictures.assets/${hash}.png`,
  });
  await navigator.clipboard.writeText(text);
  showToast(images.length === 0 ? done : `${done}; its pictures stay here`);
}
