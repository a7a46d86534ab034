import { createHash, timingSafeEqual } from 'node:crypto';

/** Made of the one secret in the browser's cookie, so that the database holds nothing a sign-in could be ended with. */
export interface SignInSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}
const derived = (purpose: string, secret: string): string =>
  createHash('sha256').update(`yichuang-sign-in\n${purpose}\n${secret}`).digest('base64url');

export const secretsFrom = (secret: string): SignInSecrets => ({
  state: derived('state', secret),
  nonce: derived('nonce', secret),
  verifier: derived('verifier', secret),
});

/** Compared in constant time. */
export const isSameText = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};
