/** What a file's name says it is. */
export function fileKind(name: string): 'debrief' | 'markdown' | 'other' {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension === 'debrief') return 'debrief';
  return extension === 'md' || extension === 'markdown' || extension === 'txt' ? 'markdown' : 'other';
}

/** Whether a file is a picture, by what the system says of it. */
export const isPicture = ({ type, name }: Pick<File, 'type' | 'name'>): boolean =>
  type.startsWith('image/') && fileKind(name) === 'other';
