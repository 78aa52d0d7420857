import { fileKind, isPicture } from './fileKind.ts';

/** More files than this are not looked for in dropped folders. */
const MOST = 1_000;

/** Folders in a dropped folder are looked into this deep. */
const DEEPEST = 6;

/**
 * The files of a drop. Of a dropped folder those that can be taken, from the folders in it too: so a text finds
 * the pictures beside it. Call it within the drop's event, which shows its files only so long.
 */
export function droppedFiles(data: DataTransfer): Promise<readonly File[]> {
  const items = [...data.items].filter(({ kind }) => kind === 'file');
  const folders = items.map((item) => item.webkitGetAsEntry()).filter(isFolder);
  if (folders.length === 0) return Promise.resolve([...data.files]);
  const single = items.flatMap((item) => (isFolder(item.webkitGetAsEntry()) ? [] : (item.getAsFile() ?? [])));
  return withFolders(single, folders);
}

async function withFolders(single: File[], folders: readonly FileSystemDirectoryEntry[]): Promise<File[]> {
  const files = [...single];
  for (const folder of folders) await collect(folder, DEEPEST, files);
  return files;
}

async function collect(folder: FileSystemDirectoryEntry, depth: number, files: File[]): Promise<void> {
  for (const entry of await entriesOf(folder)) {
    if (files.length >= MOST) return;
    if (isFolder(entry)) {
      if (depth > 0) await collect(entry, depth - 1, files);
    } else if (isFile(entry)) {
      const file = await new Promise<File>((read, failed) => entry.file(read, failed));
      if (isPicture(file) || fileKind(file.name) !== 'other') files.push(file);
    }
  }
}

/** A reader gives a hundred at most at a time, and none once there are no more. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((read, failed) => reader.readEntries(read, failed));
    if (more.length === 0) return entries;
    entries.push(...more);
  }
}

const isFolder = (entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry =>
  entry?.isDirectory === true;

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
