import { exportMarkdown } from '../../../shared/markdown/exportMarkdown.ts';
import type { StoredImage } from '../open-document/index.ts';
import { asAddress, assetName, assetsFolderName } from './assetNames.ts';
import { dataAddress, type Exportable } from './exportable.ts';
import type { ExportedFile } from './writeExport.ts';

export interface MarkdownWish {
  /** Without what Markdown cannot show. */
  readonly plain: boolean;
  /** Where the file goes, with its pictures beside it; null puts them into the text as `data:` addresses. */
  readonly path: string | null;
}

/** Markdown, and the pictures that go beside it. */
export function exportMarkdownFile(
  { content, image }: Exportable,
  { plain, path }: MarkdownWish,
): ExportedFile {
  const pictures = new Map<string, StoredImage>();
  const beside = path === null ? null : assetsFolderName(path);
  const { text } = exportMarkdown(content, {
    plain,
    imageAddress: (hash) => {
      const picture = image(hash);
      // A picture that is nowhere keeps its name, under which it may turn up.
      if (picture === null) return asAddress(`${beside ?? 'pictures.assets'}/${hash}.png`);
      if (beside === null) return dataAddress(picture);
      pictures.set(hash, picture);
      return asAddress(`${beside}/${assetName(hash, picture.mediaType)}`);
    },
  });
  return { content: new TextEncoder().encode(text), pictures };
}
