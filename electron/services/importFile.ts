import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import * as Y from 'yjs';
import { readAbout } from '../../shared/document/about.ts';
import { createPostmortem } from '../../shared/document/createPostmortem.ts';
import { importMarkdown, newPostmortemOf } from '../../shared/markdown/importMarkdown.ts';
import type { PostmortemContent } from '../../shared/markdown/postmortemContent.ts';
import { judgeUpdate } from '../../shared/schema/gate.ts';
import { duplicateFile } from '../storage/duplicateFile.ts';
import { ensureFolder } from '../storage/ensureFolder.ts';
import { imagesOfCopy } from '../storage/imagesOfCopy.ts';
import { nodeFileSystem } from '../storage/nodeFileSystem.ts';
import { OWNER_ONLY } from '../storage/permissions.ts';
import { placeNewFile } from '../storage/placeNewFile.ts';
import { writeNewFile } from '../storage/writeNewFile.ts';
import { writeTrouble } from '../storage/writeTrouble.ts';
import { withDocument } from './claimDocument.ts';
import type { DebriefHost } from './debriefHost.ts';
import { type GivenPicture, placeGivenPictures } from './images/givenPictures.ts';
import { imageHashes } from './images/imagesOf.ts';
import { findImportedImages } from './images/importedImages.ts';
import { PictureRoom } from './images/leftPictures.ts';
import { parkPictures } from './images/parkedPictures.ts';
import { pictureNotes } from './images/pictureNotes.ts';
import { findPicturesBeside } from './images/picturesBeside.ts';
import { newDocumentId } from './library.ts';
import type { OpenDocument, StoredImage } from './open-document/index.ts';
import { tooLargeUpdate, UnknownToSchema } from './open-document/refusals.ts';
import { type PostmortemFile, readPostmortemFile } from './readPostmortemFile.ts';
import { writeNewDocument } from './writeNewDocument.ts';

export interface MarkdownFile {
  readonly name: string;
  readonly text: string;
  /** Where its images may lie, or null for a text that came without a folder. */
  readonly folder: string | null;
  /** Pictures that a person brought along with it. */
  readonly pictures?: readonly GivenPicture[];
}

/** A Markdown text read as a postmortem, with those of its pictures that could be found. */
export interface ReadMarkdown {
  readonly content: PostmortemContent;
  readonly images: ReadonlyMap<string, StoredImage>;
  /** What the person should know, as sentences. */
  readonly notes: readonly string[];
}

/** @throws HostError for a text that is too large to read */
export async function readMarkdownFile({ text, folder, pictures = [] }: MarkdownFile): Promise<ReadMarkdown> {
  const parked = parkPictures(text);
  const { postmortem, notes } = importMarkdown(parked.text);
  const content = parked.restore(postmortem);
  const room = new PictureRoom();
  const search = { text, folder, known: parked.pictures, room };
  const found = await findImportedImages(content.body, search);
  const beside = await findPicturesBeside(found.body, folder, room);
  const given = placeGivenPictures(beside.body, pictures, room);
  const { body, unused } = given;
  const left = new Map([...beside.left, ...given.left]);
  const shown = imageHashes(body);
  const inside = [...parked.pictures].filter(([hash]) => shown.includes(hash));
  return {
    content: { ...content, body },
    images: new Map([...inside, ...found.images, ...beside.images, ...given.images]),
    notes: [...notes, ...pictureNotes(body, { unused, taken: beside.taken, left })],
  };
}

/**
 * Makes a postmortem of a Markdown text.
 *
 * @param out where, or null for a free name in the library
 * @throws HostError
 */
export async function importMarkdownFile(
  host: DebriefHost,
  file: MarkdownFile,
  out: string | null = null,
): Promise<{ readonly path: string; readonly notes: readonly string[] }> {
  const { content, images, notes } = await readMarkdownFile(file);
  const id = newDocumentId();
  const created = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const doc = createPostmortem(newPostmortemOf(content, id, created));
  const { incidentId, title } = content.facts;
  const label = [incidentId, title].filter(Boolean).join(' ') || basename(file.name, extname(file.name));
  const write = (path: string): Promise<void> => writeNewDocument(host, path, doc, id, images);
  if (out === null) return { path: await host.library.makeFile(label, write), notes };
  await write(out);
  return { path: out, notes };
}

/**
 * Puts a dropped `.debrief` file into the library. When the library has that document, what the dropped copy
 * knows more is merged into it.
 *
 * @throws HostError when the bytes are no file that can be read, or the disk does not take them
 */
export async function addDroppedFile(
  host: DebriefHost,
  name: string,
  bytes: Uint8Array,
): Promise<{ readonly path: string; readonly merged: boolean }> {
  const incoming = join(host.folders.library, `.${randomBytes(6).toString('hex')}.incoming`);
  try {
    await ensureFolder(nodeFileSystem, host.folders.library);
    await writeNewFile(nodeFileSystem, incoming, bytes, OWNER_ONLY);
    const file = await readPostmortemFile(nodeFileSystem, incoming, host.vet);
    const { id } = readAbout(file.doc);
    const added = await withDocument(host, id, async () => {
      const known = await pathInLibrary(host, id);
      if (known !== null) return { path: known, merged: true };
      const path = await host.library.makeFile(basename(name, extname(name)), (free) =>
        placeNewFile(nodeFileSystem, free, bytes),
      );
      return { path, merged: false };
    });
    if (added.merged) await mergeInto(host, added.path, file);
    return added;
  } catch (error) {
    throw writeTrouble(error);
  } finally {
    await rm(incoming, { force: true });
  }
}

async function pathInLibrary(host: DebriefHost, documentId: string): Promise<string | null> {
  const entry = (await host.library.list()).find((one) => documentId !== '' && one.documentId === documentId);
  return entry === undefined ? null : host.tokens.pathOf(entry.file);
}

async function mergeInto(host: DebriefHost, path: string, file: PostmortemFile): Promise<void> {
  const document = await host.documents.hold(path);
  try {
    const there = new Y.Doc();
    Y.applyUpdate(there, document.state());
    // Nothing that the document had already: what was deleted of that since may have been removed from its file.
    const update = Y.encodeStateAsUpdate(file.doc, Y.encodeStateVector(there));
    await host.decoder.tryUpdates([document.state(), update]);
    assertTaken(there, update);
    Y.applyUpdate(there, update);
    // Images first: a document never names one that is not there.
    await putImages(document, imagesOfCopy(there, file));
    for (const record of file.unknown) await document.putUnknown(record);
    await document.push(update, null);
  } finally {
    await host.documents.release(path);
  }
}

/** @throws HostError for a text that the document refuses, before anything that belongs to it is in the file */
function assertTaken(doc: Y.Doc, update: Uint8Array): void {
  const tooLarge = tooLargeUpdate(update);
  if (tooLarge !== null) throw tooLarge;
  const answer = judgeUpdate(update, doc);
  if (answer.kind === 'unknown') throw new UnknownToSchema(answer.what).ofCopy();
}

async function putImages(document: OpenDocument, images: ReadonlyMap<string, StoredImage>): Promise<void> {
  for (const [hash, { bytes, mediaType }] of images) {
    if (document.image(hash) === null) await document.putImage(bytes, mediaType);
  }
}

/** Makes a second document of one in the library, with an id of its own. @returns its path @throws HostError */
export async function duplicateInLibrary(host: DebriefHost, path: string): Promise<string> {
  const request = { fs: nodeFileSystem, path, documentId: newDocumentId(), vet: host.vet };
  try {
    return await host.library.makeFile(basename(path, extname(path)), (out) =>
      duplicateFile({ ...request, out }),
    );
  } catch (error) {
    throw writeTrouble(error);
  }
}
