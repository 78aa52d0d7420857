import type { BodyNode } from '../../../shared/document/template.ts';
import { fileNameIn } from './givenPictures.ts';

/** More names than this are counted, not listed. */
const LISTED = 5;

/** What a person should know of the pictures of an imported text, a sentence or two each. */
export function pictureNotes(
  body: readonly BodyNode[],
  unused: readonly string[],
  taken: readonly string[],
): readonly string[] {
  const addresses = body.flatMap(addressesIn);
  const missing = addresses.flatMap((address) => fileNameIn(address) ?? []);
  const away = addresses.length - missing.length;
  return [
    taken.length === 0
      ? null
      : `Taken from beside the text: ${listed(taken.flatMap((address) => fileNameIn(address) ?? []))}.`,
    missing.length === 0
      ? null
      : `${missing.length === 1 ? 'One picture was' : `${missing.length} pictures were`} not found: ${listed(missing)}. ` +
        'Bring the text in together with its pictures, or drop each where it belongs. The address was kept.',
    away === 0
      ? null
      : `${away === 1 ? 'One picture is' : `${away} pictures are`} on the web and not loaded: the address was kept.`,
    unused.length === 0 ? null : `Not taken, since the text does not show it: ${listed(unused)}.`,
  ].filter((note) => note !== null);
}

function listed(names: readonly string[]): string {
  const different = [...new Set(names)];
  const rest = different.length - LISTED;
  return `${different.slice(0, LISTED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** The addresses of pictures that are not in the file. */
export const addressesIn = (node: BodyNode): readonly string[] => [
  ...(node.type === 'image' && typeof node.attrs?.address === 'string' ? [node.attrs.address] : []),
  ...(node.content ?? []).flatMap(addressesIn),
];
