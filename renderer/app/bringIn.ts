import { LIMITS } from '../../shared/contract/calls.ts';
import { HostError } from '../../shared/contract/errors.ts';
import { nameFile } from '../../shared/contract/nameFile.ts';
import { callHost } from '../session/host.ts';
import { decodeText } from './decodeText.ts';
import { fileKind } from './fileKind.ts';
import { readPictures } from './readPictures.ts';

/** What came of a file that was dropped or chosen. */
export type FileReport =
  | {
      readonly kind: 'imported';
      readonly name: string;
      readonly file: string;
      /** What the person should know about it, a sentence each. */
      readonly notes: readonly string[];
    }
  | {
      readonly kind: 'added';
      readonly name: string;
      readonly file: string;
      /** Whether the library had this postmortem, and what the copy knew more went into it. */
      readonly merged: boolean;
    }
  | { readonly kind: 'refused'; readonly name: string; readonly sentence: string; readonly next: string };

/**
 * Puts a file into the library: a `.debrief` file as it is, Markdown as a new postmortem with those of the
 * pictures that it shows. Never throws.
 */
export async function bringIn(file: File, pictures: readonly File[] = []): Promise<FileReport> {
  const { name } = file;
  try {
    switch (fileKind(name)) {
      case 'debrief': {
        refuseLarger(file, LIMITS.fileBytes);
        const bytes = new Uint8Array(await file.arrayBuffer());
        return { kind: 'added', name, ...(await callHost('library.addFile', { name, bytes })) };
      }
      case 'markdown': {
        // A sign takes four bytes at most.
        refuseLarger(file, 4 * LIMITS.markdownCharacters);
        const text = decodeText(name, new Uint8Array(await file.arrayBuffer()));
        const given = await readPictures(pictures.slice(0, LIMITS.picturesAtOnce));
        const imported = await callHost('library.importMarkdown', { name, text, pictures: given });
        return { kind: 'imported', name, ...imported };
      }
      default:
        return {
          kind: 'refused',
          name,
          sentence: `${name} is neither a .debrief file nor Markdown.`,
          next: 'Drop a .debrief, .md or .markdown file.',
        };
    }
  } catch (error) {
    return refusalOf(name, error);
  }
}

/** What to say of a file that did not go in. */
export function refusalOf(name: string, error: unknown): FileReport {
  const known = error instanceof HostError;
  return {
    kind: 'refused',
    name,
    sentence: known ? nameFile(error.sentence, name) : `${name} could not be read.`,
    next: known ? error.next : 'Check that it is still there and that you may read it.',
  };
}

function refuseLarger({ name, size }: File, most: number): void {
  if (size <= most) return;
  throw new HostError({
    code: 'too-large',
    sentence: `${name} is larger than a postmortem can be.`,
    next: 'Remove what is not part of the postmortem.',
  });
}
