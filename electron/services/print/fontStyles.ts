import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The window's own fonts as `@font-face` rules with the fonts inside, for a page that is printed by itself: taken
 * from the built window's style sheet, so that paper and screen have the same ones.
 *
 * @param windowFolder the built window, or null where there is none
 * @returns an empty text where there are none; the page then falls back to the system's fonts
 */
export async function fontStyles(windowFolder: string | null): Promise<string> {
  if (windowFolder === null) return '';
  const assets = join(windowFolder, 'assets');
  const names = await readdir(assets).catch(() => []);
  const rules: string[] = [];
  for (const name of names.filter((other) => other.endsWith('.css'))) {
    const sheet = await readFile(join(assets, name), 'utf8');
    for (const [rule] of sheet.matchAll(/@font-face\s*\{[^}]*\}/g))
      rules.push(await withFontInside(rule, assets));
  }
  return rules.join('\n');
}

async function withFontInside(rule: string, assets: string): Promise<string> {
  const file = /url\(["']?\.\/([\w.-]+\.woff2)["']?\)/.exec(rule);
  if (file === null) return '';
  const [address, name = ''] = file;
  const bytes = await readFile(join(assets, name));
  // Nothing is drawn before its font is there: on paper no second drawing follows.
  return rule
    .replace(address, `url(data:font/woff2;base64,${bytes.toString('base64')})`)
    .replace(/font-display:\s*\w+/, 'font-display:block');
}
