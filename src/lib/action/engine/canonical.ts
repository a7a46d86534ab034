import { hash } from 'node:crypto';
import type { Keeping } from '../column.ts';
import type { Noun, Row } from '../noun.ts';
import { planOf } from './plan.ts';
import { saltOf } from './salt.ts';

/** JSON with sorted keys and without nulls: jsonb does not keep the order of keys, and a new nullable column changes nothing. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each)).join(',')}]`;
  const record = value as Record<string, unknown>;
  const parts: string[] = [];
  for (const key of Object.keys(record).sort()) {
    const each = record[key];
    if (each !== null && each !== undefined) parts.push(`${JSON.stringify(key)}:${canonical(each)}`);
  }
  return `{${parts.join(',')}}`;
}

export const sha256 = (text: string): string => hash('sha256', text, 'hex');
export const saltedDigest = (salt: string, text: string): string => sha256(`${salt}\n${text}`);

/** Prose and secrets stand for themselves only as digests. */
function digestible(values: Readonly<Record<string, unknown>>, name: string, keeping: Keeping): unknown {
  const value = values[name];
  if (keeping === 'prose') return saltedDigest(String(values[saltOf(name)]), value as string);
  return keeping === 'secret' ? sha256(value as string) : value;
}

/**
 * The digest of a whole row as it stands in the database; the ledger's last entry for the row holds the same.
 * Prose enters as its salted digest and secrets as a plain one, so the ledger never holds either.
 * An erased prose column (text gone, salt gone) needs `erased`: the digests the ledger remembers.
 */
export function rowDigest(noun: Noun, row: Row): string {
  const values = row as unknown as Readonly<Record<string, unknown>>;
  let text = '';
  for (const { name, key, keeping } of planOf(noun).digested) {
    const value = values[name];
    if (value === null || value === undefined) continue;
    text += `${text === '' ? '' : ','}${key}${canonical(digestible(values, name, keeping))}`;
  }
  return sha256(`{${text}}`);
}
