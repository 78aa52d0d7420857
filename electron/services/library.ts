import { randomUUID } from 'node:crypto';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type * as Y from 'yjs';
import { HostError } from '../../shared/contract/errors.ts';
import type { LibraryEntry } from '../../shared/contract/libraryEntry.ts';
import { readAbout } from '../../shared/document/about.ts';
import { readFacts, SEVERITIES, type Severity } from '../../shared/document/facts.ts';
import { readBody } from '../../shared/document/readBody.ts';
import type { BodyNode } from '../../shared/document/template.ts';
import type { FileTokens } from './fileTokens.ts';

/** Reads a `.debrief` file into a Y.Doc without opening it for writing. @throws HostError */
export type ReadDocument = (path: string) => Promise<Y.Doc>;

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

  /** All postmortems of the folder, newest change first. A broken file is an entry with a `problem`. */
  async list(): Promise<LibraryEntry[]> {
    await mkdir(this.folder, { recursive: true });
    const names = (await readdir(this.folder)).filter(
      (name) => name.endsWith(EXTENSION) && !name.startsWith('.'),
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
      (doc): LibraryEntry => ({ ...base, ...summaryOf(doc), problem: null }),
      (error: unknown): LibraryEntry => ({ ...base, ...NO_SUMMARY, problem: problemOf(error) }),
    );
    this.#known.set(path, { stamp, entry });
    return entry;
  }

  /** The next free `INC-YYYY-MM-DD-NNN` of a UTC date. */
  async incidentIds(): Promise<string[]> {
    return (await this.list()).flatMap((entry) => (entry.incidentId === null ? [] : [entry.incidentId]));
  }

  /** A path in the folder for a new document: its incident id and title, made safe and free. */
  async freePath(name: string): Promise<string> {
    await mkdir(this.folder, { recursive: true });
    const taken = new Set((await readdir(this.folder)).map((other) => other.toLowerCase()));
    const stem = safeFileStem(name);
    for (let count = 1; ; count += 1) {
      const candidate = `${count === 1 ? stem : `${stem} ${count}`}${EXTENSION}`;
      if (!taken.has(candidate.toLowerCase())) return join(this.folder, candidate);
    }
  }
}

/** Letters, digits, spaces and a few signs that every file system takes; at most 80 characters. */
export function safeFileStem(name: string): string {
  const stem = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._#()+-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80)
    .trim();
  return stem === '' ? 'Postmortem' : stem;
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
} as const;

function summaryOf(doc: Y.Doc): Omit<LibraryEntry, 'file' | 'fileName' | 'modified' | 'bytes' | 'problem'> {
  const facts = readFacts(doc);
  const about = readAbout(doc);
  return {
    documentId: about.id,
    incidentId: facts.incidentId,
    title: facts.title,
    severity: SEVERITIES.includes(facts.severity as Severity) ? (facts.severity as Severity) : null,
    status: about.status,
    date: facts.firstAlert?.slice(0, 10) ?? about.created?.slice(0, 10) ?? null,
    openActions: countOpenActions(readBody(doc)),
  };
}

function countOpenActions(nodes: readonly BodyNode[]): number {
  return nodes.reduce((count, node) => {
    const open =
      node.type === 'actionItem' && node.attrs?.status !== 'done' && node.attrs?.status !== 'dropped' ? 1 : 0;
    return count + open + countOpenActions(node.content ?? []);
  }, 0);
}

const problemOf = (error: unknown): string =>
  error instanceof HostError ? error.sentence : 'This file could not be read.';
