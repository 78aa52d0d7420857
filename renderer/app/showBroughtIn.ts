import { showDocument, showLibrary } from '../stores/appStore.ts';
import { showToast } from '../ui/toast/toasts.ts';
import { bringIn, type FileReport } from './bringIn.ts';
import { openDialog } from './dialogs.ts';
import { fileKind, isPicture } from './fileKind.ts';

/**
 * Brings files into the library, opens the one there is, or shows the library, and says what came of them.
 * Pictures go with the Markdown that they came with.
 */
export async function bringInAndShow(files: readonly File[]): Promise<void> {
  const withText = files.some(({ name }) => fileKind(name) === 'markdown');
  const pictures = withText ? files.filter(isPicture) : [];
  const reports: FileReport[] = [];
  for (const file of files) if (!pictures.includes(file)) reports.push(await bringIn(file, pictures));
  showBroughtIn(reports);
}

export function showBroughtIn(reports: readonly FileReport[]): void {
  const taken = reports.flatMap((report) => (report.kind === 'refused' ? [] : [report]));
  const [only] = taken;
  if (only !== undefined && taken.length === 1) showDocument(only.file);
  else if (taken.length > 1) showLibrary();
  const hasMore = reports.some((report) => report.kind === 'refused' || needsReading(report));
  if (hasMore) openDialog({ kind: 'brought-in', reports });
  else if (taken.length > 0) showToast(wordsFor(taken));
}

const needsReading = (report: FileReport): boolean => report.kind === 'imported' && report.notes.length > 0;

/** One line for files that all went in. */
function wordsFor(taken: readonly Exclude<FileReport, { readonly kind: 'refused' }>[]): string {
  const [only] = taken;
  if (only === undefined || taken.length > 1) return `${taken.length} files are in the library now`;
  if (only.kind === 'imported') return `${only.name} is imported; the file itself is as it was`;
  return only.merged
    ? `What ${only.name} knew more is in this postmortem now`
    : `${only.name} is in the library now`;
}
