import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#lib/config.ts';
import { keepOnce } from '#lib/keys.ts';

/** Without letters that are mistaken for another when read from a screen. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const random = (): string =>
  Array.from({ length: 16 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');

/** The demo accounts' password: as configured, else a random one in `demo-password` (0600) of the data directory. */
export function demoPassword(config: Pick<Config, 'demoPassword' | 'dataDirectory'>): string {
  if (config.demoPassword !== undefined) return config.demoPassword;
  mkdirSync(config.dataDirectory, { recursive: true });
  return keepOnce(join(config.dataDirectory, 'demo-password'), () => `${random()}\n`).trim();
}
