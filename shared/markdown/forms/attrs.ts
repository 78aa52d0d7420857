import type { BodyNode } from '../../document/template.ts';
import type { Note } from './noted.ts';

export type Attrs = Readonly<Record<string, unknown>>;

/** A node with only those attributes that say something. */
export function node(type: string, attrs: Attrs, content?: readonly BodyNode[]): BodyNode {
  const said = Object.entries(attrs).filter(([, value]) => value !== null && value !== undefined);
  return {
    type,
    ...(said.length === 0 ? {} : { attrs: Object.fromEntries(said) }),
    ...(content === undefined || content.length === 0 ? {} : { content }),
  };
}

/** Attributes with those of a note in place of the ones read from the text; a null takes one away. */
export function notedAttrs(read: Attrs, note: Note | undefined, names: readonly string[]): Attrs {
  if (note === undefined) return read;
  const told = names.filter((name) => name in note).map((name) => [name, note[name]] as const);
  return { ...read, ...Object.fromEntries(told) };
}

/** What a note must say so that `read` becomes `wanted`. */
export function attrsToNote(read: Attrs, wanted: Attrs, names: readonly string[]): Attrs {
  const differing = names.filter((name) => (read[name] ?? null) !== (wanted[name] ?? null));
  return Object.fromEntries(differing.map((name) => [name, wanted[name] ?? null]));
}
