import { readFileSync } from 'node:fs';

const { name, version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { readonly name: string; readonly version: string };

/** Name and version as backups and bundles note them: `yichuang 0.1.0`. */
export const PROGRAM = `${name} ${version}`;
