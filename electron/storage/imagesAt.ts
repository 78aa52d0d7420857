import { HostError } from '../../shared/contract/errors.ts';
import { errorCode, type FileSystem } from './fileSystem.ts';
import { readContents } from './readFile.ts';
import { type Image, readRecords } from './readRecords.ts';

/** Milliseconds between two attempts: the first time, and at most. */
const FIRST_WAIT = 250;
const LAST_WAIT = 30_000;
/** There is no such file, it is none, or it is not for this user: no second attempt finds more. */
const FINAL = ['ENOENT', 'ENOTDIR', 'ELOOP', 'EISDIR', 'EFTYPE', 'EACCES', 'EPERM', 'ENAMETOOLONG'];

/**
 * The pictures in the file of a document, by hash; none where there is no such file, or one that cannot be read as a
 * postmortem. What else the disk refuses may pass: it is asked again until it answers, or `isOver`.
 */
export async function imagesAt(
  fs: FileSystem,
  realPath: string,
  documentId: string,
  isOver: () => boolean = () => false,
): Promise<ReadonlyMap<string, Image>> {
  for (let wait = FIRST_WAIT; ; wait = Math.min(2 * wait, LAST_WAIT)) {
    try {
      return await readImages(fs, realPath, documentId);
    } catch (error) {
      if (error instanceof HostError || errorCode(error) === '' || FINAL.includes(errorCode(error))) {
        return new Map();
      }
    }
    await new Promise<void>((later) => {
      setTimeout(later, wait).unref();
    });
    if (isOver()) return new Map();
  }
}

async function readImages(
  fs: FileSystem,
  realPath: string,
  documentId: string,
): Promise<ReadonlyMap<string, Image>> {
  const file = await fs.open(realPath, 'read');
  try {
    const { header, scan } = await readContents(file, undefined, documentId);
    return header.documentId === documentId ? readRecords(scan.records).images : new Map();
  } finally {
    await file.close();
  }
}
