import { exportMarkdown } from '../../../shared/markdown/exportMarkdown.ts';
import { postmortemContent } from '../../../shared/markdown/postmortemContent.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { showToast } from '../../ui/toast/toasts.ts';

/** Puts the whole postmortem onto the clipboard as plain Markdown. Pictures are named in it, and stay here. */
export async function copyMarkdown(session: DocumentSession): Promise<void> {
  const { text, images } = exportMarkdown(postmortemContent(session.doc), {
    plain: true,
    imageAddress: (hash) => `pictures.assets/${hash}.png`,
  });
  await navigator.clipboard.writeText(text);
  showToast(images.length === 0 ? 'Copied as Markdown' : 'Copied as Markdown; its pictures stay here');
}
