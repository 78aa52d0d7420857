import type { BodyNode } from '../../../shared/document/template.ts';
import { type LeftPictures, WHY_LEFT, type WhyLeft } from './leftPictures.ts';
import { addressesIn, addressesInSource, fileNameIn } from './pictureAddresses.ts';

/** More names than this are counted, not listed. */
const LISTED = 5;
/** More characters of an address than this are not shown. */
const LONGEST = 80;

const ON_THE_WEB = /^(?:https?:|\/\/)/i;

interface OfPictures {
  /** Names of pictures that were given and that the text does not show. */
  readonly unused: readonly string[];
  /** The addresses of those that were taken from beside the text. */
  readonly taken: readonly string[];
  readonly left: LeftPictures;
}

/** What a person should know of the pictures of an imported text, a sentence or two each. */
export function pictureNotes(
  body: readonly BodyNode[],
  { unused, taken, left }: OfPictures,
): readonly string[] {
  const addresses = body.flatMap(addressesIn);
  const beside = addresses.filter((address) => fileNameIn(address) !== null);
  const missing = beside.filter((address) => !left.has(address));
  const away = addresses.filter((address) => ON_THE_WEB.test(address)).length;
  const elsewhere = addresses.filter((address) => fileNameIn(address) === null && !ON_THE_WEB.test(address));
  const inSource = body.flatMap(addressesInSource).filter((address) => fileNameIn(address) !== null);
  return [
    taken.length === 0 ? null : `Taken from beside the text: ${listed(taken)}.`,
    missing.length === 0
      ? null
      : `${missing.length === 1 ? 'One picture was' : `${missing.length} pictures were`} not found: ${listed(missing)}. ` +
        'Bring the text in together with its pictures, or drop each where it belongs. The address was kept.',
    ...WHYS.map((why) => {
      const those = beside.filter((address) => left.get(address) === why);
      return those.length === 0
        ? null
        : `Not taken, since ${WHY_LEFT[why]}: ${listed(those)}. The address was kept.`;
    }),
    inSource.length === 0
      ? null
      : `Not taken, since HTML stays as it is written: ${listed(inSource)}. The address was kept.`,
    away === 0
      ? null
      : `${away === 1 ? 'One picture is' : `${away} pictures are`} on the web and not loaded: the address was kept.`,
    elsewhere.length === 0
      ? null
      : `Not taken, since neither beside the text nor on the web: ${listed(elsewhere)}. The address was kept.`,
    unused.length === 0 ? null : `Not taken, since the text does not show it: ${listed(unused)}.`,
  ].filter((note) => note !== null);
}

const WHYS = Object.keys(WHY_LEFT) as readonly WhyLeft[];

const shortened = (address: string): string =>
  address.length > LONGEST ? `${address.slice(0, LONGEST)}…` : address;

/** The names in addresses, or names, each once. */
function listed(addresses: readonly string[]): string {
  const different = [...new Set(addresses.map((address) => fileNameIn(address) ?? shortened(address)))];
  const rest = different.length - LISTED;
  return `${different.slice(0, LISTED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
