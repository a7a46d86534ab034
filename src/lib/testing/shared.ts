import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../../../shared');

/**
 * The full path of a file of the shared reference material (`data/holidays/cn-2019-2026.csv`), or undefined on a
 * machine that does not have it. Says NOT RUN loudly, and throws where absence counts as failure (`.ci/run`).
 */
export function sharedFile(path: string): string | undefined {
  const full = resolve(root, path);
  if (existsSync(full)) return full;
  if (process.env['YICHUANG_SHARED_REQUIRED'] === '1') throw new Error(`shared file is missing: ${path}`);
  process.stderr.write(`NOT RUN: needs ../shared/${path}\n`);
  return undefined;
}
