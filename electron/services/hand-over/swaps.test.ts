import { copyFileSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { SEED } from '../../../shared/testing/seed.testkit.ts';
import { imagesAt } from '../../storage/imagesAt.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import type { OpenDocument } from '../open-document/index.ts';
import { seededDraw } from '../open-document/testing/seededDraw.testkit.ts';
import { Host, place, shareOneFile, textAt, typing } from './hosts.testkit.ts';

shareOneFile();

const ROUNDS = 6;
const PATIENCE = { timeout: 10_000 };

interface Author {
  readonly name: string;
  readonly document: OpenDocument;
  readonly window: ReturnType<typeof typing>;
}

function turn(link: string, target: string): void {
  rmSync(link);
  symlinkSync(target, link);
}

function swapFiles([one, two]: readonly [string, string]): void {
  renameSync(one, `${one}.aside`);
  renameSync(two, one);
  renameSync(`${one}.aside`, two);
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const HASH = /^[0-9a-f]{64}$/;

/** The words that a window shows, and the pictures that it names, which the file at its path lacks. */
async function lackingOf({ document, window }: Author): Promise<string[]> {
  const shown = wordsOf(window.text());
  const there = new Set(wordsOf(await textAt(document.path)));
  const images = await imagesAt(nodeFileSystem, document.realPath, document.documentId);
  return shown.filter(
    (word) => !there.has(word) || (HASH.test(word) && (!images.has(word) || document.image(word) === null)),
  );
}

/** Puts a picture into the document, and names it in the text. */
async function putPicture({ document, window }: Author, name: string): Promise<void> {
  const hash = await document.putImage(Buffer.from(name), 'image/png');
  await window.type(` ${hash}`);
}

for (const count of [2, 3]) {
  test(`whatever links and files are swapped, the files of ${count} programs hold what their windows show as saved`, async () => {
    const draw = seededDraw(SEED + count);
    const files = [place.path, join(place.root, 'other', 'copy.debrief')] as const;
    mkdirSync(dirname(files[1]));
    copyFileSync(...files);
    const links = [0, 1].map((n) => join(place.root, `link-${n}.debrief`));
    for (const [n, link] of links.entries()) symlinkSync(files[n] as string, link);
    const authors: Author[] = [];
    for (const [n, path] of [...links, files[0]].slice(0, count).entries()) {
      const name = `author${n}`;
      const document = await new Host(name).documents.hold(path);
      authors.push({ name, document, window: typing(document, name) });
    }
    const swap = () => {
      if (draw(3) === 0) swapFiles(files);
      else turn(links[draw(2)] as string, files[draw(2)] as string);
    };
    for (let round = 0; round < ROUNDS; round++) {
      const typed: Promise<void>[] = [];
      for (let acts = 1 + draw(4); acts > 0; acts--) {
        swap();
        await new Promise((later) => setTimeout(later, draw(40)));
        const author = authors[draw(count)] as Author;
        const name = `${author.name}-${round}-${acts}`;
        if (draw(3) === 0) typed.push(putPicture(author, name));
        else if (draw(2) === 0) typed.push(author.window.type(` ${name}`));
      }
      for (const { document } of authors) await document.lookOutside();
      await Promise.all(typed);
      for (const author of authors) {
        await expect
          .poll(async () => [author.document.saveState().kind, await lackingOf(author)], PATIENCE)
          .toEqual(['saved', []]);
      }
      for (const { name, window, document } of authors) {
        await window.type(` ${name}-${round}-quiet`);
        expect(await textAt(document.path)).toContain(`${name}-${round}-quiet`);
      }
    }
  }, 60_000);
}
