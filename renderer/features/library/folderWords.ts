/** The last two parts of a path, as a person calls a folder: `Documents/Postmortems`. */
export function folderWords(path: string): string {
  return path
    .split(/[\\/]+/)
    .filter((part) => part !== '')
    .slice(-2)
    .join('/');
}

/** `12 files · 3.1 MB`. */
export function contentWords(files: number, bytes: number): string {
  if (files === 0) return 'Empty folder';
  return `${files === 1 ? '1 file' : `${files} files`} · ${sizeWords(bytes)}`;
}

/** `3.1 MB`, in steps of 1,000. */
function sizeWords(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const size = bytes / 1000 ** step;
  return `${step === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[step]}`;
}
