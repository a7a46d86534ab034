import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { internationalSuite, type Suite } from '#lib/suite.ts';

/** Writes a file only its owner may read, unless it is there; two starters agree on one content. Returns what stands there. */
export function keepOnce(path: string, make: () => string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, make(), { mode: 0o600, flag: 'wx', flush: true });
  try {
    // A link, unlike a rename, fails when the other starter was first: then its content holds.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  return readFileSync(path, 'utf8');
}

const newSigningKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** The keys of this installation, from `keys/` of the data directory; made on first use. Back them up apart from the database. */
export function openSuite(dataDirectory: string): Suite {
  const directory = join(dataDirectory, 'keys');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const master = Buffer.from(
    keepOnce(join(directory, 'master.key'), () => randomBytes(32).toString('base64')),
    'base64',
  );
  return internationalSuite(
    master,
    createPrivateKey(keepOnce(join(directory, 'signing.pem'), newSigningKey)),
  );
}
