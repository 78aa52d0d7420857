import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits in 43 characters that an address and a cookie can hold. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept in the place of a secret. The secret is random, so it needs no salt and no slow hash. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
