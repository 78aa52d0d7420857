import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version in package.json, which lies above both the bundle (dist/electron) and this source. */
export function programVersion(): string {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  const { version } = JSON.parse(text) as { readonly version: string };
  return version;
}

/** The built window, beside the bundles of both hosts. @returns null when it is not built */
export function rendererFolder(): string | null {
  const places = ['../renderer', '../../dist/renderer'].map((place) => join(import.meta.dirname, place));
  return places.find((place) => existsSync(join(place, 'index.html'))) ?? null;
}
