import type { Notice } from '../../../shared/contract/notice.ts';
import { describeDamage, isTextWhole } from '../../storage/describeDamage.ts';
import { RECORD_TYPE } from '../../storage/format/record.ts';
import type { HeldFile } from '../../storage/heldFile.ts';
import { type LedgerEntry, shortfall } from '../../storage/ledger.ts';
import type { FileInUse } from '../../storage/readForUse.ts';

/** More sentences than this help nobody; `debrief verify` names every place. */
const SHOWN = 3;

const MAY_BE_MISSING = 'Edits may be missing; another copy may have them.';

function damageNotice(inUse: FileInUse): Notice[] {
  const { damage } = inUse;
  if (damage.length === 0) return [];
  const shown = damage.slice(0, SHOWN).map(describeDamage).join(' ');
  const more = damage.length > SHOWN ? ` And ${damage.length - SHOWN} more.` : '';
  const left = 'The damaged part is left as it is in the file.';
  return [{ kind: 'damaged', sentence: `The file is damaged. ${shown}${more} ${lossOf(inUse)} ${left}` }];
}

/** What the damage may have cost. */
function lossOf({ contents, damage }: FileInUse): string {
  if (!isTextWhole(contents.scan, damage)) return MAY_BE_MISSING;
  const isPicture = damage.some((one) => one.kind === 'record' && one.type === RECORD_TYPE.image);
  return isPicture
    ? 'The text is whole; a picture may be missing, which another copy may have.'
    : 'The text is whole: a later snapshot holds all of it.';
}

/** Only the ledger knows whether what is unfinished was ever said to be saved: it begins behind what was. */
function tailNotice({ tailBytes }: HeldFile, entry: LedgerEntry | null, isWritten: boolean): Notice[] {
  if (tailBytes === 0) return [];
  const [what, loss] =
    entry === null
      ? ['no whole record: a write that was never finished, or the file was cut', ` ${MAY_BE_MISSING}`]
      : ['a write that was never finished, and never said to be saved on this device', ''];
  const where = isWritten ? 'They are kept aside.' : 'They are left as they are.';
  const sentence = `The last ${tailBytes} bytes of the file are ${what}. ${where}${loss}`;
  return [{ kind: 'tail-kept-aside', sentence }];
}

function shorterNotice({ contents }: FileInUse, entry: LedgerEntry | null): Notice[] {
  const { header, bytes, scan } = contents;
  const missing = shortfall(entry, { ...header, bytes: bytes.length, records: scan.records });
  return missing === null ? [] : [{ kind: 'shorter-than-saved', sentence: missing.sentence }];
}

/**
 * What has to be said about a file when it is opened.
 *
 * @param isWritten whether this process writes the file from now on, and so cuts off what is unfinished
 */
export function openingNotices(
  inUse: FileInUse,
  held: HeldFile,
  entry: LedgerEntry | null,
  isWritten: boolean,
): Notice[] {
  return [...damageNotice(inUse), ...shorterNotice(inUse, entry), ...tailNotice(held, entry, isWritten)];
}
