import { describeDamage, isTextWhole } from '../../storage/describeDamage.ts';
import type { HeldFile } from '../../storage/heldFile.ts';
import { type LedgerEntry, shortfall } from '../../storage/ledger.ts';
import type { FileInUse } from '../../storage/readForUse.ts';
import type { Notice } from './openDocumentTypes.ts';

/** More sentences than this help nobody; `debrief verify` names every place. */
const SHOWN = 3;

function damageNotice({ contents, damage }: FileInUse): Notice[] {
  if (damage.length === 0) return [];
  const shown = damage.slice(0, SHOWN).map(describeDamage).join(' ');
  const more = damage.length > SHOWN ? ` And ${damage.length - SHOWN} more.` : '';
  const text = isTextWhole(contents.scan, damage)
    ? ' The text is whole: a later snapshot holds all of it.'
    : ' Edits may be missing. Nothing in the file was changed; another copy of it may have them.';
  return [{ kind: 'damaged', sentence: `The file is damaged. ${shown}${more}${text}` }];
}

function tailNotice(held: HeldFile): Notice[] {
  if (held.tailBytes === 0) return [];
  const sentence = `The last ${held.tailBytes} bytes of the file are a write that was never finished and never reported as saved. They are kept aside.`;
  return [{ kind: 'tail-kept-aside', sentence }];
}

function shorterNotice({ contents }: FileInUse, entry: LedgerEntry | null): Notice[] {
  const { header, bytes, scan } = contents;
  const missing = shortfall(entry, { ...header, bytes: bytes.length, records: scan.records });
  return missing === null ? [] : [{ kind: 'shorter-than-saved', sentence: missing.sentence }];
}

/** What has to be said about a file when it is opened. */
export function openingNotices(inUse: FileInUse, held: HeldFile, entry: LedgerEntry | null): Notice[] {
  return [...damageNotice(inUse), ...shorterNotice(inUse, entry), ...tailNotice(held)];
}
