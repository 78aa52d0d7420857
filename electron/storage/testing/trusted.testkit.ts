import type { Vet } from '../vet.ts';

/** For files that the test itself has made. */
export const trusted: Vet = async () => {};
