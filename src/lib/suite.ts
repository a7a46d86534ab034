import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import type { Mask, Personal } from '#lib/action/column.ts';
import { randomBytesPooled } from '#lib/random.ts';

/**
 * The cryptographic suite, behind one value so that the national one (SM2/SM3/SM4) or a hardware module can take its place.
 * The master key and the signing key live in files of the data directory (0600), never in the database.
 */
export interface Suite {
  /** Encrypts a personal value under a fresh key; `wrapped` is that key under the master key. */
  readonly seal: (plain: string, mask: Mask) => { readonly personal: Personal; readonly wrapped: string };
  /** The plain value; throws when the key was destroyed or the text was tampered with. */
  readonly open: (personal: Personal, wrapped: string) => string;
  /** A keyed hash for look-up: equal values have equal hashes, and nobody without the key can try values. */
  readonly lookUp: (plain: string, mask: Mask) => string;
  /** A keyed digest of any text: tells equal from different, and nobody without the key can try texts. */
  readonly fingerprint: (text: string) => string;
  /** Signs a block or a bundle. */
  readonly sign: (text: string) => string;
  readonly publicKey: () => string;
}

const NONCE = 12;
const TAG = 16;

function encrypt(key: KeyObject, plain: Buffer): string {
  const nonce = randomBytesPooled(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}
function decrypt(key: KeyObject, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64');
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE));
  cipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([cipher.update(bytes.subarray(NONCE + TAG)), cipher.final()]);
}

/** `+86`, `0086` and the trunk `0` before a mobile number are put there by telephone systems, not by people. */
const withoutTrunk = (phone: string): string =>
  phone.replace(/^(\+86|0086)/, '').replace(/^0(?=1[3-9][0-9]{9}$)/, '');

/** One person's value is compared without spaces, and phones without separators. */
const normalise = (plain: string, mask: Mask): string => {
  const compact = plain.normalize('NFKC').replace(/\s+/g, '');
  if (mask !== 'phone' && mask !== 'identity') return compact;
  const bare = compact.replace(/[-()]/g, '').toUpperCase();
  return mask === 'phone' ? withoutTrunk(bare) : bare;
};

/** 张\*、138\*\*\*\*1234、430611\*\*\*\*\*\*\*\*1234: what may be shown without permission (law-and-standards §7). */
export function maskOf(plain: string, mask: Mask): string {
  if (mask === 'words') return '***';
  const letters = [...normalise(plain, mask)];
  const stars = (count: number): string => '*'.repeat(Math.max(count, 1));
  if (mask === 'name') return letters.length > 0 ? `${letters[0]}${stars(letters.length - 1)}` : '';
  if (mask === 'phone')
    return letters.length < 8
      ? stars(letters.length)
      : `${letters.slice(0, 3).join('')}${stars(letters.length - 7)}${letters.slice(-4).join('')}`;
  if (mask === 'identity')
    return letters.length < 15
      ? stars(letters.length)
      : `${letters.slice(0, 6).join('')}${stars(letters.length - 10)}${letters.slice(-4).join('')}`;
  return letters.length <= 6 ? stars(letters.length) : `${letters.slice(0, 6).join('')}${stars(4)}`;
}

/** Ed25519, AES-256-GCM, HMAC-SHA-256. `master` is 32 random bytes; `signingKey` an Ed25519 private key. */
export function internationalSuite(master: Buffer, signingKey: KeyObject): Suite {
  // Key objects, not bytes: given bytes, the runtime makes an object of them for every value, at six times the cost.
  const derive = (purpose: string): KeyObject =>
    createSecretKey(Buffer.from(hkdfSync('sha256', master, '', purpose, 32)));
  const wrapping = derive('yichuang/wrap');
  const hashing = derive('yichuang/look-up');
  const lookUp = (plain: string, mask: Mask): string =>
    createHmac('sha256', hashing)
      .update(`${mask}\n${normalise(plain, mask)}`)
      .digest('base64url')
      .slice(0, 32);
  return {
    lookUp,
    fingerprint: (text) => createHmac('sha256', hashing).update(`text\n${text}`).digest('base64url'),
    seal: (plain, mask) => {
      const key = randomBytesPooled(32);
      const personal = {
        mask: maskOf(plain, mask),
        hash: lookUp(plain, mask),
        key: '',
        sealed: encrypt(createSecretKey(key), Buffer.from(plain, 'utf8')),
      };
      return { personal, wrapped: encrypt(wrapping, key) };
    },
    open: (personal, wrapped) =>
      decrypt(createSecretKey(decrypt(wrapping, wrapped)), personal.sealed).toString('utf8'),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), signingKey).toString('base64'),
    publicKey: () => createPublicKey(signingKey).export({ type: 'spki', format: 'pem' }).toString(),
  };
}

/** Whether `signature` (base64) over `text` is by the holder of the PEM public key. False for anything malformed. */
export function isSignedBy(publicKeyPem: string, text: string, signature: string): boolean {
  try {
    return verify(
      null,
      Buffer.from(text, 'utf8'),
      createPublicKey(publicKeyPem),
      Buffer.from(signature, 'base64'),
    );
  } catch {
    return false;
  }
}
