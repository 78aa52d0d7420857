/**
 * The seed of every property test: `npm test` prints it with the line that runs the same again.
 * `DEBRIEF_SEED=<number>` sets another.
 */
export const SEED = Number(process.env.DEBRIEF_SEED ?? 20_261_124);
