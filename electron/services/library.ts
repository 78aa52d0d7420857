import { randomUUID } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { HostError } from '../../shared/contract/errors.ts';
import type { LibraryEntry } from '../../shared/contract/libraryEntry.ts';
import { readAbout } from '../../shared/document/about.ts';
import { actionStatusOf } from '../../shared/document/actionStatus.ts';
import { readFacts, SEVERITIES, type Severity } from '../../shared/document/facts.ts';
import { readBody } from '../../shared/document/readBody.ts';
import type { BodyNode } from '../../shared/document/template.ts';
import { ensureFolder } from '../storage/ensureFolder.ts';
import { errorCode } from '../storage/fileSystem.ts';
import { nodeFileSystem } from '../storage/nodeFileSystem.ts';
import { NameTaken } from '../storage/placeNewFile.ts';
import type { FileTokens } from './fileTokens.ts';
import type { ListedFile } from './verifyFile.ts';

/** Reads a `.debrief` file without opening it for writing. @throws HostError */
export type ReadDocument = (path: string) => Promise<ListedFile>;

const EXTENSION = '.debrief';

/** The folder of postmortems: a plain list, read afresh, with what each file says of itself. */
export class Library {
  readonly folder: string;
  readonly #tokens: FileTokens;
  readonly #read: ReadDocument;
  readonly #known = new Map<string, { readonly stamp: string; readonly entry: LibraryEntry }>();

  constructor(folder: string, tokens: FileTokens, read: ReadDocument) {
    this.folder = folder;
    this.#tokens = tokens;
    this.#read = read;
  }

  /**
   * All postmortems of the folder, newest change first. A broken file is an entry with a `problem`.
   *
   * @throws HostError when the folder cannot be read
   */
  async list(): Promise<LibraryEntry[]> {
    const names = (await this.#names()).filter(
      (name) => name.toLowerCase().endsWith(EXTENSION) && !name.startsWith('.'),
    );
    const entries: LibraryEntry[] = [];
    for (const name of names) {
      const entry = await this.#entry(join(this.folder, name));
      if (entry !== null) entries.push(entry);
    }
    return entries.sort((a, b) => b.modified - a.modified || (a.fileName < b.fileName ? -1 : 1));
  }

  async #entry(path: string): Promise<LibraryEntry | null> {
    const found = await stat(path).catch(() => null);
    if (found === null || !found.isFile()) return null;
    const stamp = `${found.ino}/${found.size}/${found.mtimeMs}`;
    const known = this.#known.get(path);
    if (known?.stamp === stamp) return known.entry;
    const base = {
      file: this.#tokens.tokenOf(path),
      fileName: basename(path),
      modified: found.mtimeMs,
      bytes: found.size,
    };
    const entry = await this.#read(path).then(
      (read): LibraryEntry =>
        read.hasText
          ? { ...base, ...summaryOf(read), problem: null, next: null }
          : { ...base, ...NO_SUMMARY, ...WITHOUT_TEXT, documentId: read.documentId },
      (error: unknown): LibraryEntry => ({ ...base, ...NO_SUMMARY, ...problemOf(error) }),
    );
    this.#known.set(path, { stamp, entry });
    return entry;
  }

  /** The incident ids that are taken. @throws HostError when the folder cannot be read */
  async incidentIds(): Promise<string[]> {
    return (await this.list()).flatMap((entry) => (entry.incidentId === null ? [] : [entry.incidentId]));
  }

  /**
   * Makes a file in the folder: under `name`, such as its incident id and title, made safe, and with a number where
   * that is taken. `make` throws NameTaken where something came to be at its path meanwhile. Returns the path.
   *
   * @throws HostError when the folder cannot be read, and what `make` threw
   */
  async makeFile(name: string, make: (path: string) => Promise<void>): Promise<string> {
    const taken = new Set((await this.#names()).map((other) => other.toLowerCase()));
    const stem = safeFileStem(name);
    for (let count = 1; ; count += 1) {
      const candidate = `${count === 1 ? stem : `${stem} ${count}`}${EXTENSION}`;
      if (taken.has(candidate.toLowerCase())) continue;
      const path = join(this.folder, candidate);
      try {
        await make(path);
        return path;
      } catch (error) {
        if (!(error instanceof NameTaken)) throw error;
      }
    }
  }

  /** Every name in the folder, which is made when it is missing: what is saved in it stands on its name too. */
  async #names(): Promise<string[]> {
    try {
      return await readdir(this.folder).catch(async (error: unknown) => {
        if (errorCode(error) !== 'ENOENT') throw error;
        await ensureFolder(nodeFileSystem, this.folder);
        return [];
      });
    } catch (error) {
      throw new HostError(
        {
          code: 'no-permission',
          sentence: `The folder of your postmortems cannot be read: ${this.folder} (${errorCode(error)}).`,
          next: 'Check that it is a folder that you may read and write, then try again.',
        },
        { cause: error },
      );
    }
  }
}

/** In bytes as UTF-8: file systems have room for 255, and a number, an ending and `.assets` come behind. */
const LONGEST_STEM = 160;

/** Names that Windows keeps for devices, whatever comes after a dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=$|\.)/i;

/** Letters, digits, spaces and a few signs that every file system takes. */
export function safeFileStem(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} ._#()+-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  const stem = cutToWords(safe, LONGEST_STEM)
    .replace(/[. ]+$/, '')
    .replace(DEVICE, '$1_');
  return stem === '' ? 'Postmortem' : stem;
}

/** At most so many bytes of UTF-8, cut between words where there are any. */
function cutToWords(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let cut = '';
  for (const sign of text) {
    if (Buffer.byteLength(cut + sign) > bytes) break;
    cut += sign;
  }
  return cut.replace(/ [^ ]*$/, '');
}

export const newDocumentId = (): string => randomUUID();

const NO_SUMMARY = {
  documentId: null,
  incidentId: null,
  title: null,
  severity: null,
  status: null,
  date: null,
  openActions: 0,
  damaged: false,
} as const;

const WITHOUT_TEXT = {
  problem: 'This file is damaged, or was cut: nothing of its text can be read.',
  next: 'Look for a whole copy of it.',
} as const;

type Summary = Omit<LibraryEntry, 'file' | 'fileName' | 'modified' | 'bytes' | 'problem' | 'next'>;

function summaryOf({ documentId, doc, damaged }: ListedFile): Summary {
  const facts = readFacts(doc);
  const about = readAbout(doc);
  return {
    documentId,
    incidentId: facts.incidentId,
    title: facts.title,
    severity: SEVERITIES.includes(facts.severity as Severity) ? (facts.severity as Severity) : null,
    status: about.status,
    date: facts.firstAlert?.slice(0, 10) ?? about.created?.slice(0, 10) ?? null,
    openActions: countOpenActions(readBody(doc)),
    damaged,
  };
}

function countOpenActions(nodes: readonly BodyNode[]): number {
  return nodes.reduce((count, node) => {
    const status = actionStatusOf(node.attrs?.status);
    const isOpen = node.type === 'actionItem' && status !== 'done' && status !== 'dropped';
    return count + (isOpen ? 1 : 0) + countOpenActions(node.content ?? []);
  }, 0);
}

const problemOf = (error: unknown): Pick<LibraryEntry, 'problem' | 'next'> =>
  error instanceof HostError
    ? { problem: error.sentence, next: error.next }
    : { problem: 'This file could not be read.', next: 'Check that it is a .debrief file and try again.' };
