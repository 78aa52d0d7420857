/** A chain usually takes three to seven whys: the count that shows neither too few nor too many. */
const FEWEST = 3;
const MOST = 7;

/**
 * Advice on the length of a chain, never a wall.
 *
 * @param stopped a why is marked as the system-level truth
 * @returns null while there is nothing to say
 */
export function chainAdvice(count: number, stopped: boolean): string | null {
  if (count > MOST) {
    return `${count} whys: a chain this long may hold two causes, or go deeper than anyone can act on.`;
  }
  if (count < FEWEST && stopped) {
    return `Stopped after ${count === 1 ? 'one why' : `${count} whys`}: fine where that answer is how the system was built.`;
  }
  if (count < FEWEST) return 'Most chains take three to seven whys to get from the symptom to the system.';
  return null;
}
