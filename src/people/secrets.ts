import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for a session, a link or a token; only its digest is stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
/** SHA-256 in hexadecimal. Enough for a random secret: there is nothing to guess, so nothing to slow down. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
