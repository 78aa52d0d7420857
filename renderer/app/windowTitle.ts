import { LIMITS } from '../../shared/contract/calls.ts';

/** A name may be as long as a person likes; a title is cut to what a host takes, between two characters. */
export function windowTitle(name: string): string {
  if (name.length <= LIMITS.titleCharacters) return name;
  return `${name.slice(0, LIMITS.titleCharacters - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
