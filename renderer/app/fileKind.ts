/** What a file's name says it is. */
export function fileKind(name: string): 'debrief' | 'markdown' | 'other' {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension === 'debrief') return 'debrief';
  return extension === 'md' || extension === 'markdown' || extension === 'txt' ? 'markdown' : 'other';
}
