/** Who may read and write a file. */
export interface Permissions {
  /** Permission bits, umask or not. */
  readonly mode: number;
  /** The group that they speak of, as a number; null for whichever the file has. */
  readonly group: number | null;
}

const OWNER_READS_AND_WRITES = 0o600;

export const OWNER_ONLY: Permissions = { mode: OWNER_READS_AND_WRITES, group: null };

/** The same for a file that is opened again by whoever makes it. */
export const ownerWrites = ({ mode, group }: Permissions): Permissions => ({
  mode: OWNER_READS_AND_WRITES | mode,
  group,
});

/** The same for a file of any group: nobody but its owner may do what either the group or the others may not. */
export function inAnyGroup({ mode }: Permissions): Permissions {
  const both = (mode >> 3) & mode & 0o7;
  return { mode: (mode & 0o700) | (both << 3) | both, group: null };
}

/** What all of several files permit. */
export function commonOf(files: readonly Permissions[]): Permissions {
  const [group = null, ...others] = new Set(files.map((file) => file.group));
  const alike = others.length === 0 ? files : files.map(inAnyGroup);
  const mode = alike.reduce((common, file) => common & file.mode, 0o777);
  return { mode, group: others.length === 0 ? group : null };
}
