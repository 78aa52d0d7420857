/** What happens to a simulated disk: names of inodes are numbers, 1 is the root folder. */
export type DiskOperation =
  | { readonly kind: 'make'; readonly inode: number; readonly what: 'file' | 'folder'; readonly mode: number }
  | { readonly kind: 'write'; readonly inode: number; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'truncate'; readonly inode: number; readonly length: number }
  | { readonly kind: 'link'; readonly folder: number; readonly name: string; readonly inode: number }
  | {
      readonly kind: 'rename';
      readonly folder: number;
      readonly from: string;
      readonly to: string;
      readonly inode: number;
    }
  | { readonly kind: 'unlink'; readonly folder: number; readonly name: string }
  | { readonly kind: 'fsync'; readonly inode: number }
  | { readonly kind: 'fsync failed'; readonly inode: number };

export type ContentOperation = Extract<DiskOperation, { kind: 'write' | 'truncate' }>;
export type NameOperation = Extract<DiskOperation, { kind: 'link' | 'rename' | 'unlink' }>;

/** The content after one more operation; the bytes given are not changed. */
export function withContent(content: Uint8Array, operation: ContentOperation): Uint8Array {
  if (operation.kind === 'truncate') {
    const cut = new Uint8Array(operation.length);
    cut.set(content.subarray(0, operation.length));
    return cut;
  }
  const end = operation.at + operation.bytes.length;
  const longer = new Uint8Array(Math.max(content.length, end));
  longer.set(content);
  longer.set(operation.bytes, operation.at);
  return longer;
}

/** Changes the names of a folder. */
export function applyName(names: Map<string, number>, operation: NameOperation): void {
  if (operation.kind === 'link') names.set(operation.name, operation.inode);
  else if (operation.kind === 'unlink') names.delete(operation.name);
  else {
    names.delete(operation.from);
    names.set(operation.to, operation.inode);
  }
}
